import {
  type ComparisonLine,
  type ComparisonSlot,
  comparisonSheet,
  type Sheet,
  type SheetCell,
  type T2Cells,
  type T2Row,
  t2Sheet,
} from '@yundiao/briefings'
import { xlsxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { printedAt } from '../acts/keep-paper.ts'
import type {
  ComparedRegionView,
  ComparisonView,
  CountyRanking,
  PlaceCells,
  RankView,
} from '../views/comparison-schema.ts'
import type { Compare, Fig } from '../views/figure-schema.ts'
import { readNames } from '../views/names.ts'
import { compareCell, figureCell, NONE } from '../views/sheet-cells.ts'
import { reporterOf } from './reporter.ts'

type Printed = { checkpoint: string | null; reporter: string }
type Inner = ReadonlySet<string>

const holeCell = (hole: ComparedRegionView['hole']): SheetCell => (hole === '未公布' ? { gap: '未公布' } : null)

const publishedRank = (rank: RankView | null): SheetCell => (rank?.fig ? figureCell(rank.fig) : null)
const ourRank = (rank: RankView | null): SheetCell => (rank?.computed ? compareCell(rank.computed, rank.place) : null)

const eitherCell = (either: Fig | Compare | null): SheetCell => {
  if (either === null) return null
  return 'ref' in either ? figureCell(either) : compareCell(either)
}

const remarkOf = ({ smallBase, comparable }: ComparedRegionView): SheetCell => {
  const words = [...(smallBase === null ? [] : ['基数小']), ...(comparable ? ['可比市州'] : [])].join('；')
  return words === '' ? null : { text: words }
}

const comparisonLine =
  (levelApplies: boolean, inner: Inner) =>
  (row: ComparedRegionView): ComparisonLine => {
    const fig = (one: Fig | null) => figureCell(one, holeCell(row.hole), one !== null && inner.has(one.ref))
    return {
      label: row.region.name,
      cells: {
        level: levelApplies ? fig(row.level) : NONE,
        rankLevelPublished: publishedRank(row.rankLevel),
        rankLevelOurs: ourRank(row.rankLevel),
        growth: fig(row.growth),
        rankGrowthPublished: publishedRank(row.rankGrowth),
        rankGrowthOurs: ourRank(row.rankGrowth),
        move: compareCell(row.moveGrowth),
        vsMean: compareCell(row.vsMean),
        vsLastYear: compareCell(row.vsLastYear),
        vsBefore: compareCell(row.vsBefore),
        twoYear: eitherCell(row.twoYear),
        single: eitherCell(row.single),
        remark: remarkOf(row),
      },
    }
  }

const LEVEL_SLOTS: readonly ComparisonSlot[] = ['level', 'rankLevelPublished', 'rankLevelOurs', 'single']

/** 对比表 of one indicator as it leaves: the lines of the page, places of ours apart from those published. */
export const comparisonSheetOf = (view: ComparisonView, { checkpoint, reporter }: Printed): Sheet => {
  const { indicator, groups, notes } = view
  const line = comparisonLine(indicator.levelApplies, new Set(view.inner))
  const scope = view.scope === 'cities' ? '全省各市（州）' : '县（市、区）'
  const kind = view.kinds.find(({ key }) => key === view.kind)
  const isPublished = view.kind === view.kinds[0]?.key
  return comparisonSheet({
    title: `${view.periodWords}${scope}${indicator.name}对比表${isPublished || !kind ? '' : `（${kind.label}）`}`,
    meanWords: view.meanWords,
    levelUnit: indicator.levelUnit,
    placeHead: view.scope === 'cities' ? '市（州）' : '县（市、区）',
    asKnownOn: view.asKnownOn as Sheet['asKnownOn'],
    checkpoint,
    reporter,
    marked: !isPublished || view.inner.length > 0,
    above: [view.mean, ...view.above].map(line),
    groups: groups.map(({ title, rows }) => ({ title, rows: rows.map(line) })),
    left: [...(indicator.levelApplies ? [] : LEVEL_SLOTS), ...(view.singleApplies ? [] : (['single'] as const))],
    notes,
  })
}

const t2Cells = (cells: PlaceCells, inner: Inner): T2Cells => {
  const fig = (one: Fig | null) => figureCell(one, null, one !== null && inner.has(one.ref))
  const rank = (one: RankView | null) => (one?.fig ? publishedRank(one) : ourRank(one))
  return {
    level: fig(cells.level),
    rankLevel: rank(cells.rankLevel),
    growth: fig(cells.growth),
    rankGrowth: rank(cells.rankGrowth),
    move: compareCell(cells.move),
    vsMean: compareCell(cells.vsMean),
  }
}

const NO_ROW: T2Row = { label: '全市', cells: {}, below: NONE }

/** Sheet T2 as it leaves, from the ranking the page shows. */
export const countySheetOf = (view: CountyRanking, { checkpoint, reporter }: Printed): Sheet => {
  const inner = new Set(view.inner)
  const rowsOf = (key: string): T2Row[] =>
    (view.groups.find((group) => group.key === key)?.rows ?? []).map(({ region, cells, below }) => ({
      label: key === 'mean' ? '全市' : region.name,
      cells: Object.fromEntries(view.indicators.map(({ code }, i) => [code, cells[i] ? t2Cells(cells[i], inner) : {}])),
      below: key === 'mean' ? NONE : compareCell(below),
    }))
  const kind = view.kinds.find(({ key }) => key === view.kind)
  return t2Sheet({
    city: view.city,
    period: view.period,
    periodWords: view.periodWords,
    asKnownOn: view.asKnownOn as Sheet['asKnownOn'],
    checkpoint,
    reporter,
    mark: view.kind === view.kinds[0]?.key ? null : (kind?.label ?? null),
    cityRow: rowsOf('mean')[0] ?? NO_ROW,
    counties: rowsOf('counties'),
    zones: rowsOf('zones'),
    notes: view.notes,
  })
}

/** A sheet of figures as the bytes of an xlsx; that it was carried out is an event before it is given. */
export const exportSheet = async (
  store: Store,
  caller: Caller,
  make: (printed: Printed) => Sheet,
): Promise<{ name: string; bytes: Uint8Array }> => {
  const [names, checkpoint] = await Promise.all([readNames(store, caller), store.newestCheckpoint(caller)])
  const sheet = make({ checkpoint, reporter: reporterOf(caller, names) })
  const body = { title: sheet.title, rows: sheet.rows.length, format: 'xlsx', on: sheet.asKnownOn }
  await store.commit(caller, [{ do: 'note', stream: 'access', kind: 'figures.exported', subject: 'figures', body }])
  return { name: `${sheet.title}.xlsx`, bytes: await xlsxBytes(sheet, { printedAt: printedAt(store) }) }
}
