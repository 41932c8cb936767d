import { DRAW } from '../aggregate/copeland-pairs.ts'
import { couplingOf } from '../aggregate/coupling.ts'
import { arithmeticMean, geometricMean, harmonicMean, type Part } from '../aggregate/means.ts'
import { type Column, extremesOf, present } from '../numeric/column.ts'
import { isSameScore } from '../numeric/ranks.ts'
import type { AggregationMethod } from '../scheme/aggregation.ts'

/** The units a row is weighed against: a column a part, and the weights of the parts, summing to 1. */
export type Field = { columns: readonly Column[]; weights: readonly number[] }

/** Score a row of parts' scores would have beside the units of a field; null where it has none. */
export type RowScore = (row: Column) => number | null

const partsOf = (row: Column, weights: readonly number[]): Part[] =>
  row.flatMap((score, k) => (score === null ? [] : [{ score, weight: weights[k] ?? 0 }]))

const byParts =
  (mean: (parts: readonly Part[]) => number, { weights }: Field): RowScore =>
  (row) =>
    mean(partsOf(row, weights))

const byTopsis = ({ columns, weights }: Field): RowScore => {
  const ends = columns.map((column) => extremesOf(present(column)))
  return (row) => {
    let [toWorst, toBest] = [0, 0]
    row.forEach((score, k) => {
      const end = ends[k]
      if (score === null || !end) return
      const held = Math.min(end.most, Math.max(end.least, score))
      toWorst += ((weights[k] ?? 0) * (held - end.least)) ** 2
      toBest += ((weights[k] ?? 0) * (held - end.most)) ** 2
    })
    return Math.sqrt(toWorst) / (Math.sqrt(toWorst) + Math.sqrt(toBest))
  }
}

const RESOLUTION = 0.5

const byGrey = ({ columns, weights }: Field): RowScore => {
  const ends = columns.map((column) => extremesOf(present(column)))
  const widest = Math.max(0, ...ends.map(({ least, most }) => (most > least ? most - least : 0)))
  const add = RESOLUTION * widest
  return (row) => {
    const coefficients = row.map((score, k) => {
      if (score === null) return null
      return widest === 0 ? 1 : add / (Math.max(0, (ends[k]?.most ?? score) - score) + add)
    })
    return arithmeticMean(partsOf(coefficients, weights))
  }
}

const byRanks = ({ columns, weights }: Field): RowScore => {
  const there = columns.map(present)
  return (row) => {
    const shares = row.map((score, k) => {
      const values = there[k] ?? []
      if (score === null || values.length === 0) return null
      const same = values.filter((one) => isSameScore(one, score)).length
      const less = values.filter((one) => one < score && !isSameScore(one, score)).length
      return (less + (same === 0 ? 0.5 : (same + 1) / 2)) / values.length
    })
    return arithmeticMean(partsOf(shares, weights))
  }
}

const byPairs =
  ({ columns, weights }: Field): RowScore =>
  (row) => {
    const leads = (columns[0] ?? []).map((_, unit) =>
      row.reduce<number>((lead, score, k) => {
        const other = columns[k]?.[unit] ?? null
        return score === null || other === null || isSameScore(score, other)
          ? lead
          : lead + (weights[k] ?? 0) * Math.sign(score - other)
      }, 0),
    )
    return leads.reduce((won, lead) => won + Number(lead > DRAW) - Number(lead < -DRAW), 0)
  }

const SCORERS: Readonly<Record<AggregationMethod, (field: Field) => RowScore>> = {
  arithmetic: (field) => byParts(arithmeticMean, field),
  geometric: (field) => byParts(geometricMean, field),
  harmonic: (field) => byParts(harmonicMean, field),
  coupling: (field) => byParts((parts) => couplingOf(parts).coordination, field),
  topsis: byTopsis,
  'grey-relational': byGrey,
  'rank-sum-ratio': byRanks,
  copeland: byPairs,
}

/**
 * A method as a function of one row beside a field that stays as it is. For a row of the field it gives the unit's own
 * score; scores beyond the field's best count as the best.
 */
export const rowScore = (method: AggregationMethod, field: Field): RowScore => {
  const score = SCORERS[method](field)
  return (row) => {
    if (row.every((one) => one === null)) return null
    const done = score(row)
    return done === null || !Number.isFinite(done) ? null : done
  }
}
