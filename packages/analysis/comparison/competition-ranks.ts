/**
 * Places of values among those known, the best first: equal values share a place and the next is skipped (1, 2, 2, 4).
 * Null where there is no value. `better` 'down' puts the smallest first. Source: users' sheet T2 (并列同位，下一位跳号).
 */
export const competitionRanks = (
  values: readonly (number | null)[],
  better: 'up' | 'down' = 'up',
): (number | null)[] => {
  const known = values.filter((value) => value !== null)
  return values.map((value) => {
    if (value === null) return null
    return 1 + known.filter((other) => (better === 'up' ? other > value : other < value)).length
  })
}
