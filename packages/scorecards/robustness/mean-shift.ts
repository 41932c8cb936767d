/** Mean of |rank − nominal rank| over the units that have both; 0 of none. Ranks below 1 are no ranks. */
export const meanShift = (ranks: ArrayLike<number>, nominal: ArrayLike<number>): number => {
  let [sum, n] = [0, 0]
  for (let unit = 0; unit < nominal.length; unit += 1) {
    const [rank, own] = [ranks[unit] ?? 0, nominal[unit] ?? 0]
    if (rank < 1 || own < 1) continue
    sum += Math.abs(rank - own)
    n += 1
  }
  return n === 0 ? 0 : sum / n
}
