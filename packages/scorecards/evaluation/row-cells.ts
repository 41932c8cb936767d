import { fromCanonical } from '@yundiao/kernel'
import type { EvaluationColumn, EvaluationRow, FieldSum, RowTest } from './evaluation.ts'

type Values = EvaluationRow['values']

const numberAt = (values: Values, field: string): number | null => {
  const cell = values[field]
  return typeof cell === 'number' ? cell : null
}

/** The sum of fields of one row, canonical; null where a field it rests on is not known. */
const sumOf = (values: Values, { add, less = [], emptyIsNone = [] }: FieldSum): number | null => {
  let sum = 0
  for (const field of [...add, ...less]) {
    const value = numberAt(values, field) ?? (emptyIsNone.includes(field) ? 0 : null)
    if (value === null) return null
    sum += less.includes(field) ? -value : value
  }
  return sum
}

/** A canonical amount in the unit the method reckons in; points and the like stay as they are. */
const inUnit = (value: number, unit: string): number => fromCanonical(value, unit) ?? value

/** What a column takes from a row: the value the scheme gets, and the sum as it stands in the ledger. */
export const cellOf = (values: Values, column: EvaluationColumn): { value: number | null; asItIs: number | null } => {
  const sum = sumOf(values, column.from)
  const asItIs = sum === null ? null : inUnit(sum, column.unit)
  return { value: asItIs !== null && asItIs < 0 && column.negative === 'zero' ? 0 : asItIs, asItIs }
}

/** Whether a row passes a test; null where a cell it hangs on is not known. */
const passes = (values: Values, test: RowTest): boolean | null => {
  if ('any' in test) {
    const answers = test.any.map((group) => passesAll(values, group))
    if (answers.includes(true)) return true
    return answers.includes(null) ? null : false
  }
  const cell = values[test.field] ?? null
  if (cell === null) return null
  if ('atLeast' in test) return typeof cell === 'number' && cell >= test.atLeast
  return typeof cell !== 'number' && test.in.includes(cell)
}

/** Whether a row passes all tests: no where one says no, not known where one does not know. */
export const passesAll = (values: Values, tests: readonly RowTest[]): boolean | null => {
  const answers = tests.map((test) => passes(values, test))
  if (answers.includes(false)) return false
  return answers.includes(null) ? null : true
}
