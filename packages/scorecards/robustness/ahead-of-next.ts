/** Neighbours of the nominal ranking and how often the one placed before stays before. */
export type AheadTally = { pairs: readonly (readonly [unit: number, next: number])[]; ahead: Float64Array }

/** An empty tally of each unit against the next by nominal rank; of equals, the one earlier in the list comes first. */
export const aheadTally = (nominal: ArrayLike<number>): AheadTally => {
  const order = Array.from(nominal, (rank, unit) => ({ rank, unit }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => a.rank - b.rank || a.unit - b.unit)
  const pairs = order.slice(1).map(({ unit }, i) => [order[i]?.unit ?? 0, unit] as const)
  return { pairs, ahead: new Float64Array(pairs.length) }
}

/** Notes one draw; equals count half, a unit without a place comes after those with one. */
export const tallyAhead = ({ pairs, ahead }: AheadTally, ranks: Uint32Array): void => {
  for (let i = 0; i < pairs.length; i += 1) {
    const pair = pairs[i]
    if (!pair) continue
    const rank = ranks[pair[0]] || Number.POSITIVE_INFINITY
    const next = ranks[pair[1]] || Number.POSITIVE_INFINITY
    ahead[i] = (ahead[i] ?? 0) + (rank < next ? 1 : rank === next ? 0.5 : 0)
  }
}

/** Shares by unit; null for the last and for those without a nominal rank. */
export const aheadShares = ({ pairs, ahead }: AheadTally, units: number, draws: number): (number | null)[] => {
  const shares = Array.from({ length: units }, (): number | null => null)
  pairs.forEach(([unit], i) => {
    shares[unit] = (ahead[i] ?? 0) / draws
  })
  return shares
}
