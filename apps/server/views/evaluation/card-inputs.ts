import { showNumber } from '@yundiao/kernel'
import { buildTree, type InputCell } from '@yundiao/scorecards'
import type { CardInputView } from './card-schema.ts'
import { type LedgerWords, nameOfItem } from './items.ts'
import type { Run } from './kept.ts'
import { missingWords } from './scheme-words.ts'

const DIGITS = 4

const shownOf = (value: number): string => showNumber(value, DIGITS, { minus: '\u2212' }).replace(/\.?0+$/u, '')

const lackWords = (run: Run, cell: InputCell, indicator: string): string | null => {
  if (cell.asItIs !== null && cell.value !== cell.asItIs)
    return `台账为 ${shownOf(cell.asItIs)}，按方案计 ${shownOf(cell.value ?? 0)}`
  if (cell.value !== null) return null
  const found = run.version.scheme.indicators.find(({ code }) => code === indicator)
  return found ? missingWords(run.version.scheme, found) : '台账未填'
}

type Asked = { ledger: LedgerWords; knownFrom: ReadonlyMap<string, string> }

const viewOf = (run: Run, cell: InputCell, indicator: string, { ledger, knownFrom }: Asked): CardInputView => {
  const { role, code, row, fields, sourceClass, clause, value, unitOfValue } = cell
  return {
    role,
    code,
    indicator: nameOfItem(run, indicator),
    label: [...run.version.inputs, ...run.version.denominators].find((one) => one.code === code)?.label ?? code,
    unitShown: unitOfValue,
    ledger: ledger.id,
    ledgerTitle: ledger.title,
    fieldLabel: fields.map(ledger.fieldLabel).join('、'),
    sourceClass,
    clause,
    value,
    shown: value === null ? null : shownOf(value),
    missingWords: lackWords(run, cell, indicator),
    entry: row.id,
    entryVersion: row.version,
    knownOn: knownFrom.get(row.id) ?? null,
  }
}

/** Every value one unit was scored on, in the order of the scheme: its ledger row, version, field, source and clause. */
export const cardInputs = (run: Run, unit: string, ledger: LedgerWords): CardInputView[] => {
  const tree = buildTree(run.version.scheme.indicators)
  if (tree.kind === 'refused') return []
  const knownFrom = new Map(run.inputs.rows.map((row) => [row.id, row.knownFrom]))
  const own = run.inputs.read.cells.filter((cell) => cell.unit === unit)
  return tree.leaves.flatMap(({ code, denominator }) =>
    own
      .filter((cell) => (cell.role === 'value' ? cell.code === code : cell.code === denominator))
      .map((cell) => viewOf(run, cell, code, { ledger, knownFrom })),
  )
}
