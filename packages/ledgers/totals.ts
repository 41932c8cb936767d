import { isSealed } from './columns.ts'
import type { Field, LedgerDefinition } from './definition.ts'
import { fieldOf } from './fields.ts'
import type { RawRow } from './page.ts'

/** One column's sum over known values, canonical (元, ㎡), and how many entries have none; null where none is known. */
export type ColumnTotal = { sum: number | null; lacking: number }

/** Amounts and areas are added; a ratio, a count of unlike things or a plain number never is. */
export const isAdditive = (field: Field): boolean =>
  (field.kind === 'money' || field.kind === 'area') && !isSealed(field)

/** The row of compileTotalsQuery → totals by field. Money comes as fen; what JavaScript holds inexactly is rounded. */
export const totalsOf = (
  definition: LedgerDefinition,
  columns: readonly string[],
  raw: RawRow,
): Record<string, ColumnTotal> =>
  Object.fromEntries(
    columns.map((name, index) => {
      const text = raw[`sum_${index}`]
      const sum = text === null || text === undefined ? null : Number(text)
      const isMoney = fieldOf(definition, name)?.kind === 'money'
      const lacking = Number(raw.n) - Number(raw[`known_${index}`])
      return [name, { sum: sum !== null && isMoney ? sum / 100 : sum, lacking }]
    }),
  )
