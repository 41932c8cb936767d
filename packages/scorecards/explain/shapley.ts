/**
 * What each player brings to the step from nobody (`value(0)`) to everybody, players as bits: the mean over all orders of
 * joining of what it adds when it joins. Sums exactly to the whole step. null where some coalition has no value.
 * Source: Shapley (1953), Contributions to the Theory of Games II.
 */
export const shapleyOf = (players: number, value: (coalition: number) => number | null): number[] | null => {
  const values = Array.from({ length: 2 ** players }, (_, coalition) => value(coalition))
  if (values.some((one) => one === null || !Number.isFinite(one))) return null
  // |S|! (p − |S| − 1)! / p!, by the size of S.
  const shares = Array.from({ length: players }, (_, size) => {
    let share = 1 / players
    for (let i = 1; i <= size; i += 1) share *= i / (players - i)
    return share
  })
  const sizeOf = (coalition: number): number => {
    let size = 0
    for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1
    return size
  }
  return Array.from({ length: players }, (_, player) =>
    values.reduce<number>((sum, without, coalition) => {
      if ((coalition >> player) & 1) return sum
      const step = (values[coalition | (1 << player)] ?? 0) - (without ?? 0)
      return sum + (shares[sizeOf(coalition)] ?? 0) * step
    }, 0),
  )
}
