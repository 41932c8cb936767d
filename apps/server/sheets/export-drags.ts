import type { CellFormat, Sheet, SheetCell, SheetColumn } from '@yundiao/briefings'
import type { FigureRef } from '@yundiao/figures'
import { type LocalDate, MINUS } from '@yundiao/kernel'
import { xlsxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { printedAt } from '../acts/keep-paper.ts'
import type { DragCell, DragDrawn, Drags } from '../views/drag-schema.ts'
import { type DragsAsked, readDrags } from '../views/drags.ts'
import { readNames } from '../views/names.ts'
import { reporterOf } from './reporter.ts'

const NAME_WIDTH = 30
const WIDTH = 14

const decimalsOf = (shown: string): number => shown.split('.')[1]?.length ?? 0

/** The number behind printed digits; null for words. */
const numberOf = (shown: string): number | null => {
  const value = Number(shown.replace(MINUS, '-').replace('+', ''))
  return shown.trim() === '' || Number.isNaN(value) ? null : value
}

const plainCell = (text: string): SheetCell => {
  const number = numberOf(text)
  return number === null ? { text } : { number }
}

/** Figures and what was worked out of them stay bound; amounts of a ledger are plain numbers; ※ is a word. */
const sheetCell = (cell: DragCell | null): SheetCell => {
  if (cell === null) return null
  if (cell.kind === 'hidden') return { text: '※' }
  if (cell.kind === 'text') return plainCell(cell.text)
  if (cell.kind === 'compare') {
    const { compare } = cell
    if (compare.kind === 'refused') return { text: '—' }
    const { formula: id, version, inputs } = compare
    return { formula: { id, version, inputs }, value: numberOf(compare.shown) ?? compare.value }
  }
  const { ref, shown, mark } = cell.fig
  const value = shown === null ? null : numberOf(shown)
  if (shown === null || value === null) return { gap: '缺' }
  const marked = mark === '演示' || mark === '测算' ? { mark } : {}
  return { figure: ref as FigureRef, value, decimals: decimalsOf(shown), ...marked }
}

/** How a column's numbers print, by its head: places counted in whole, rates to one decimal, the rest to two. */
const formatOf = (head: string): CellFormat => {
  if (head.includes('（%）')) return 'rate'
  return /^(项目数|户数)$|（万/u.test(head) ? 'integer' : 'level'
}

const columnsOf = ({ heads }: DragDrawn): SheetColumn[] => [
  { label: '名称', width: NAME_WIDTH, format: 'text' },
  ...heads.map((label): SheetColumn => ({ label, width: WIDTH, format: formatOf(label) })),
  { label: '备注', width: NAME_WIDTH, format: 'text' },
]

type Printing = { drags: Drags; drawn: DragDrawn; reporter: string; checkpoint: string | null }

const sheetOf = ({ drags, drawn, reporter, checkpoint }: Printing): Sheet => ({
  name: '归因表',
  title: drags.title,
  reporter,
  unitLine: drawn.unit === '个百分点' ? '亿元、%、个百分点' : `${drawn.unit}、%`,
  asKnownOn: drags.on as LocalDate,
  columns: columnsOf(drawn),
  total: { cells: [{ text: '合计' }, ...drawn.total.map(sheetCell), null] },
  rows: drawn.rows.map(({ label, cells, note, demo }) => ({
    cells: [
      { text: `${label}${demo && !label.includes('演示') ? '（演示）' : ''}` },
      ...cells.map(sheetCell),
      note === null ? null : { text: note },
    ],
  })),
  notes: [drawn.proof, ...drawn.notes],
  freezeColumns: 1,
  print: { paper: 'A4', orientation: 'landscape' },
  checkpoint,
})

/** References a sheet's rows rest on, for the record of who carried them out. */
const refsOf = ({ rows }: DragDrawn): FigureRef[] =>
  rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.kind === 'figure' ? [cell.fig.ref as FigureRef] : [])))

/**
 * The table of an attribution as a sheet, for papers: never a single enterprise, whoever asks. That it was carried out
 * is an event before it is given. Null where there is nothing to print.
 */
export const exportDrags = async (
  store: Store,
  caller: Caller,
  asked: DragsAsked,
): Promise<{ bytes: Uint8Array; title: string } | { why: string }> => {
  const drags = await readDrags(store, caller, { ...asked, paper: true })
  if (drags.outcome.kind === 'refused') return { why: drags.outcome.why }
  const names = await readNames(store, caller)
  const sheet = sheetOf({
    drags,
    drawn: drags.outcome,
    reporter: reporterOf(caller, names),
    checkpoint: await store.newestCheckpoint(caller),
  })
  const body = { title: drags.title, rows: sheet.rows.length, figures: refsOf(drags.outcome).length, on: drags.on }
  await store.commit(caller, [{ do: 'note', stream: 'access', kind: 'drags.exported', subject: 'drags', body }])
  return { bytes: await xlsxBytes(sheet, { printedAt: printedAt(store) }), title: drags.title }
}
