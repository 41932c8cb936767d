import type { LedgerCell, LedgerWeights } from '@yundiao/analysis'
import {
  type DispatchMeasure,
  type DispatchRow,
  dispatch,
  dispatchCells,
  industryTable,
  MERGED,
  UNKNOWN_INDUSTRY,
} from '@yundiao/domains/enterprises'
import { type ProjectRow, projectDrag, projects } from '@yundiao/domains/projects'
import { monthsElapsed } from '@yundiao/figures'
import { type LocalDate, parsePeriod } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { readViewRows } from './domain-view.ts'
import { readDispatch } from './drag-enterprises.ts'
import { ledgerDay } from './drag-projects.ts'
import { ledgersInOrder } from './open-ledger.ts'

/** Ledgers that findings name an industry from: their rows make the list stale. */
export const FINDING_LEDGERS: readonly string[] = [dispatch.id, projects.id]

/** `self` is the city; null where the caller sees but some of it, whose sums are not the city's. */
type Asked = { period: string; on: LocalDate; self: string | null }

const MEASURES: readonly [DispatchMeasure, Pick<LedgerWeights, 'indicators' | 'what' | 'unit'>][] = [
  ['output', { indicators: ['iva', 'ind_va', 'ind_out', 'out_ind'], what: '产值（企业自报）较上年同期', unit: '元' }],
  ['power', { indicators: ['elec_ind'], what: '用电量（企业自报）较上年同期', unit: 'kWh' }],
]

/** Sums by place and industry, those that would give an enterprise away left out; the city's are the totals. */
const shownCells = (rows: readonly DispatchRow[], { period, self }: Asked, measure: DispatchMeasure): LedgerCell[] => {
  const grid = industryTable(dispatchCells(rows, period, measure).cells)
  if (grid.kind === 'too-few') return []
  const places = [...grid.regions.map(({ key, members }) => (members.length === 1 ? key : MERGED)), self]
  return places.flatMap((region, row) =>
    grid.industries.flatMap(({ key }, column): LedgerCell[] => {
      const cell = grid.cells[row]?.[column]
      if (region === null || region === MERGED || key === MERGED || key === UNKNOWN_INDUSTRY) return []
      if (!cell || cell.now === null || cell.before === null) return []
      return [{ region, group: key, change: cell.now - cell.before }]
    }),
  )
}

const readOutput = async (store: Store, caller: Caller, asked: Asked): Promise<LedgerWeights[]> => {
  // Two days held against one another would give the enterprises that reported in between.
  if (asked.on !== caller.today) return []
  const sight = await readDispatch(store, caller, { on: asked.on })
  if (sight.kind === 'none') return []
  const demo = sight.rows.filter((row) => row.demo).length
  // A table of the real rows beside one of all would be two patterns of hidden cells over the same enterprises.
  if (sight.kind === 'table' && demo > 0 && demo < sight.rows.length) return []
  return [false, true].flatMap((isDemo) =>
    MEASURES.flatMap(([measure, told]): LedgerWeights[] => {
      const cells = shownCells(
        sight.rows.filter(({ demo }) => demo === isDemo),
        asked,
        measure,
      )
      if (cells.length === 0) return []
      return [
        {
          ...told,
          period: asked.period,
          isDemo,
          among: '在调度的重点工业企业中，',
          words: { less: '减少', most: '减少最多' },
          formula: 'dispatch.fall',
          ledger: `ledger:${dispatch.id}`,
          cells,
        },
      ]
    }),
  )
}

/** By place and category, and by category over all places the caller sees: of the city only where that is all of it. */
const projectCells = (rows: ProjectRow[], time: number, { self }: Asked): LedgerCell[] => {
  const { tree } = projectDrag(
    rows.filter(({ values }) => values.category !== null),
    time,
  )
  const cells = tree.children.flatMap(({ key: region, children }) =>
    children.map(({ key, change }): LedgerCell => ({ region, group: key, change })),
  )
  if (self === null) return cells
  const totals = Map.groupBy(cells, ({ group }) => group)
  return [
    ...cells,
    ...[...totals].map(([group, own]) => ({
      region: self,
      group,
      change: own.reduce((sum, { change }) => sum + change, 0),
    })),
  ]
}

const readInvestment = async (store: Store, caller: Caller, asked: Asked): Promise<LedgerWeights[]> => {
  const isOpen = (await ledgersInOrder(store, caller)).some(({ definition }) => definition.id === projects.id)
  const [day, parsed] = [ledgerDay(asked.period, asked.on), parsePeriod(asked.period)]
  const months = parsed && monthsElapsed(parsed)
  if (!isOpen || day === null || !months) return []
  const rows = (await readViewRows(store, caller, projects.id, day)) as ProjectRow[]
  return [false, true].flatMap((isDemo): LedgerWeights[] => {
    const cells = projectCells(
      rows.filter(({ demo }) => demo === isDemo),
      months / 12,
      asked,
    )
    if (cells.length === 0) return []
    return [
      {
        indicators: ['fai'],
        period: asked.period,
        isDemo,
        among: '有年度计划的重点项目中，',
        what: '类完成投资（调度）较序时计划',
        words: { less: '少', most: '欠得最多' },
        unit: '元',
        formula: 'projects.lag',
        ledger: `ledger:${projects.id}`,
        cells,
      },
    ]
  })
}

/** What ledgers tell beside the figures of who weighs most: industries of the dispatch, categories of the projects. */
export const readFindingLedgers = async (store: Store, caller: Caller, asked: Asked): Promise<LedgerWeights[]> =>
  (await Promise.all([readOutput(store, caller, asked), readInvestment(store, caller, asked)])).flat()
