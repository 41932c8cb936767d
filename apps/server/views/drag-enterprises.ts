import { type Cell, DISCLOSURE } from '@yundiao/analysis'
import {
  type DispatchMeasure,
  type DispatchRow,
  dispatch,
  dispatchCells,
  type EnterpriseDrag,
  enterpriseDrag,
  type IndustryTable,
  industryTable,
  MERGED,
  type TableCell,
} from '@yundiao/domains/enterprises'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { readViewRows } from './domain-view.ts'
import {
  type Amounts,
  type AmountWords,
  amountAnswer,
  amountCells,
  amountRow,
  effectShown,
  HIDDEN_WORDS,
  hiddenCells,
  type LineFrame,
  scaleOf,
} from './drag-amount-answer.ts'
import { refusedDrag } from './drag-cells.ts'
import { type EntryLeaf, type LedgerAsk, ledgerFrame, nodeAt } from './drag-frame.ts'
import type { DragOutcome, DragRow } from './drag-schema.ts'
import { ledgersInOrder } from './open-ledger.ts'

const wordsOf = (measure: DispatchMeasure, { region, of }: LedgerAsk): AmountWords => {
  const { prefix, scale, digits } = scaleOf(region)
  return {
    unit: measure === 'output' ? `${prefix}元` : `${prefix}千瓦时`,
    scale,
    digits,
    count: '户数',
    now: '本期',
    before: '上年同期',
    change: '增减',
    ratio: { head: '增速（%）', of: ({ now, before }) => (before === 0 ? null : now / before - 1) },
    of,
    pull: true,
  }
}

/** How much of the dispatch a reader may see: rows, regions by industries with cells hidden, or nothing. */
export type DispatchSight = { kind: 'rows' | 'table'; rows: DispatchRow[] } | { kind: 'none' }

/**
 * Rows of the dispatch: the caller's own reading where single enterprises may be seen; else every row of the caller's
 * regions, which must then pass through the table and nothing else.
 */
export const readDispatch = async (
  store: Store,
  caller: Caller,
  { on, paper = false }: { on: LocalDate; paper?: boolean },
): Promise<DispatchSight> => {
  const view = (await ledgersInOrder(store, caller)).find(({ definition }) => definition.id === dispatch.id)
  if (!view) return { kind: 'none' }
  if (view.visible.includes('output')) {
    const rows = (await readViewRows(store, caller, dispatch.id, on)) as DispatchRow[]
    return { kind: paper ? 'table' : 'rows', rows }
  }
  const whole = await store.wholeCity(caller.city, caller.today)
  const rows = (await readViewRows(store, whole, dispatch.id, on)) as DispatchRow[]
  return { kind: 'table', rows: rows.filter(({ region }) => caller.regions.includes(region)) }
}

const leafOf =
  ({ leaves }: EnterpriseDrag) =>
  (id: string): EntryLeaf | undefined => {
    const leaf = leaves.get(id)
    return leaf && { ...leaf, note: leaf.cause }
  }

type Left = { otherPeriod: number; lacking: number }

const notesOf = ({ otherPeriod, lacking }: Left, rows: readonly DispatchRow[], of: LedgerAsk['of']): string[] => [
  '企业自报的调度数，只含在调度的重点企业，不是统计联网直报数，也不代表全部工业。',
  ...(otherPeriod > 0 ? [`${of}${otherPeriod} 户未报本期，不计入。`] : []),
  ...(lacking > 0 ? [`${of}${lacking} 户缺本期或上年同期数，不计入。`] : []),
  ...(rows.some(({ demo }) => demo) ? ['含演示企业，非真实情况。'] : []),
]

type Grid = Extract<IndustryTable, { kind: 'table' }>

const amountsOf = (cell: TableCell, whole: TableCell): Amounts | null => {
  if (cell.now === null || cell.before === null) return null
  const change = cell.now - cell.before
  const [before, moved] = [whole.before, whole.now === null || whole.before === null ? null : whole.now - whole.before]
  return {
    now: cell.now,
    before: cell.before,
    change,
    pull: before ? change / before : null,
    share: moved ? change / moved : null,
    respondents: cell.respondents,
  }
}

const gridRow = (cell: TableCell, whole: TableCell, words: AmountWords, key: string, frame: LineFrame): DragRow => {
  const amounts = amountsOf(cell, whole)
  return {
    key,
    kind: key === MERGED ? 'merged' : 'part',
    effect: amounts?.change ?? null,
    shown: amounts ? effectShown(amounts.change, words) : null,
    cells: amounts ? amountCells(amounts, words) : hiddenCells(cell.hidden ?? 'guard', words),
    ...frame,
  }
}

const EMPTY: TableCell = { now: null, before: null, hidden: 'guard', respondents: null }

/** Lines of the table: its regions, or the industries of one. Cells where there is nobody are left out. */
const gridRows = (grid: Grid, ask: LedgerAsk, words: AmountWords): { rows: DragRow[]; whole: TableCell } | null => {
  const whole = grid.cells.at(-1)?.at(-1) ?? EMPTY
  const plain = { entry: null, note: null, demo: false }
  if (ask.region === null) {
    const rows = grid.regions.map(({ key }, at) =>
      gridRow(grid.cells[at]?.at(-1) ?? EMPTY, whole, words, key, {
        ...plain,
        label: ask.placeOf(key)?.shortName ?? key,
        open: ask.open(key, null),
      }),
    )
    return { rows, whole }
  }
  const at = grid.regions.findIndex(({ key }) => key === ask.region)
  const line = grid.cells[at]
  if (!line || ask.group !== null) return null
  const rows = grid.industries.flatMap(({ key }, column) => {
    const cell = line[column] ?? EMPTY
    return cell.respondents === 0 ? [] : [gridRow(cell, whole, words, key, { ...plain, label: key, open: null })]
  })
  return { rows, whole: line.at(-1) ?? EMPTY }
}

const bySize = (a: DragRow, b: DragRow): number => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0)

const tableAnswer = (cells: readonly Cell[], ask: LedgerAsk, words: AmountWords, notes: string[]): DragOutcome => {
  const grid = industryTable(cells)
  if (grid.kind === 'too-few') return refusedDrag('not-applicable', `可比的企业不足 ${DISCLOSURE.least} 家，不能公开`)
  const read = gridRows(grid, ask, words)
  if (!read) return refusedDrag('not-applicable', '当前账号只看到行业一级；单个企业的数须有企业数据权限')
  const whole = amountsOf(read.whole, grid.cells.at(-1)?.at(-1) ?? EMPTY)
  if (!whole) return refusedDrag('not-applicable', `合计不公开：${HIDDEN_WORDS[read.whole.hidden ?? 'guard']}`)
  const said = [
    ...notes,
    ...(read.rows.some(({ effect }) => effect === null)
      ? [`※ 处隐去：${HIDDEN_WORDS.few}；或${HIDDEN_WORDS.guard}。`]
      : []),
    ...(ask.region === null ? [] : ['到行业为止：单个企业的数须有企业数据权限，材料也不列单户。']),
  ]
  const demo = notes.some((note) => note.includes('演示'))
  return amountAnswer(whole, read.rows.sort(bySize), { words, notes: said, demo })
}

type EnterpriseAsk = { ask: LedgerAsk; measure: DispatchMeasure; period: string; on: LocalDate; paper: boolean }

/** 工业: which enterprises make the change of output or power, by region and industry. */
export const enterpriseAnswer = async (
  store: Store,
  caller: Caller,
  { ask, measure, period, on, paper }: EnterpriseAsk,
): Promise<DragOutcome> => {
  const sight = await readDispatch(store, caller, { on, paper })
  if (sight.kind === 'none') return refusedDrag('not-applicable', `当前账号无权查看${dispatch.title}`)
  // Two days held against one another would give the enterprises that reported in between.
  if (sight.kind === 'table' && on !== caller.today)
    return refusedDrag('not-applicable', '隐去单户的表只给当日数：前后两日相减会推出单户，请不选历史日期')
  const words = wordsOf(measure, ask)
  const { cells, ...left } = dispatchCells(sight.rows, period, measure)
  const notes = notesOf(left, sight.rows, ask.of)
  if (cells.length === 0) return refusedDrag('input-missing', '调度表里没有该期数据，请改选期别或催报')
  if (sight.kind === 'table') return tableAnswer(cells, ask, words, notes)
  const drag = enterpriseDrag(sight.rows, period, measure)
  const node = nodeAt(drag.tree, ask)
  if (!node || node.children.length === 0) return refusedDrag('input-missing', '这里没有在调度的企业')
  const frame = ledgerFrame(dispatch.id, leafOf(drag), ask)
  return amountAnswer(
    node,
    node.children.map((child) => amountRow(child, words, frame(child))),
    { words, notes, demo: sight.rows.some(({ demo }) => demo) },
  )
}
