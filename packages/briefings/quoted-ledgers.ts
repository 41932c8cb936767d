import type { Paper, Run } from './paper.ts'
import { type Sheet, type SheetCell, sheetRows } from './sheet.ts'
import { walkRuns } from './walk-runs.ts'

const ENTRY = 'entry:'
const LEDGER = 'ledger:'

const ledgerOfEntry = (entry: string): string => entry.slice(0, entry.lastIndexOf('/'))

const ofInput = (input: string): string[] => {
  if (input.startsWith(ENTRY)) return [ledgerOfEntry(input.slice(ENTRY.length))]
  return input.startsWith(LEDGER) ? [input.slice(LEDGER.length)] : []
}

const ofBound = (bound: Run | NonNullable<SheetCell>): string[] => {
  if ('entry' in bound) return [ledgerOfEntry(bound.entry)]
  return 'formula' in bound ? bound.formula.inputs.flatMap(ofInput) : []
}

const boundIn = (printed: Paper | Sheet): (Run | NonNullable<SheetCell>)[] =>
  'blocks' in printed
    ? walkRuns(printed).map(({ run }) => run)
    : sheetRows(printed).flatMap(({ cells }) => cells.filter((cell) => cell !== null))

/**
 * The ledgers a paper or sheet quotes, by id, sorted: rows it names, rows and whole ledgers its numbers are worked out
 * from. Words it took from a ledger without a binding are the maker's to tell.
 */
export const quotedLedgers = (printed: Paper | Sheet): readonly string[] =>
  [...new Set(boundIn(printed).flatMap(ofBound))].sort()
