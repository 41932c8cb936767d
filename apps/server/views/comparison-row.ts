import type { ComparedRegion, Rank } from '@yundiao/analysis'
import { smallBase } from '@yundiao/domains/economy'
import { type FigureCell, type Indicator, levelMeasureOf } from '@yundiao/figures'
import { fromCanonical, type LocalDate, type Region, showNumber } from '@yundiao/kernel'
import { judgeBy } from '@yundiao/rules'
import type { ComparedRegionView, RankView } from './comparison-schema.ts'
import { amountOf, compareOf, figOf, figOfCell, placesOf, unitShownOf } from './fig.ts'
import type { Compare } from './figure-schema.ts'

/** Places called first or last at each end, and the fewest regions for the ends not to meet. */
const ENDS = 3

export type RowContext = {
  indicator: Indicator
  on: LocalDate
  own: string
  comparable: readonly string[]
  /** Of whom places are worked out; false where the reader sees only some of the group. */
  ranked: boolean
  hole: '未公布' | '未报送'
}

const GROUP_NOUN: Readonly<Record<Region['kind'], string>> = {
  city: '市州',
  peer: '市州',
  county: '县（市、区）',
  zone: '园区',
  nation: '地区',
  province: '地区',
  town: '乡镇',
}

/** A place with the words a reader needs: published, or ours with how many are out. */
const rankView = (rank: Rank, { indicator, ranked }: RowContext, noun: string): RankView | null => {
  if (rank.kind === 'none') return null
  if (rank.kind === 'published') {
    const fig = figOf(rank.figure, indicator)
    return { place: rank.place, fig, among: null, of: null, computed: null, words: `公布位次第${rank.place}` }
  }
  if (!ranked) return null
  const { place, among, of, outcome } = rank
  const isWhole = among === of
  const computed: Compare = {
    ...placesOf(outcome),
    ...(isWhole ? {} : { shown: `${place}/${among}` }),
  }
  const words = isWhole ? `${of}个${noun}中第${place}` : `${among}个${noun}已公布，居第${place}`
  return { place, fig: null, among, of, computed, words: `${words}（测算）` }
}

/** First or last three by growth, where the place is published or every region has one. */
const endOf = (rank: Rank, size: number, ranked: boolean): ComparedRegionView['end'] => {
  if (rank.kind === 'none' || size < 2 * ENDS) return null
  if (rank.kind === 'computed' && (!ranked || rank.among !== rank.of)) return null
  if (rank.place <= ENDS) return 'first'
  return rank.place > size - ENDS ? 'last' : null
}

const smallBaseOf = (base: ComparedRegion['base'], { indicator, on }: RowContext): ComparedRegionView['smallBase'] => {
  if (base === null) return null
  const judged = judgeBy(smallBase, on)({ base: base.value, median: base.median })
  if (judged.kind !== 'judged' || judged.value !== true) return null
  const unit = unitShownOf(indicator, levelMeasureOf(indicator))
  const shown = (value: number) => `${showNumber(fromCanonical(value, unit) ?? value, indicator.decimals)}${unit}`
  return `上年同期${shown(base.value)}，不足本组中位数${shown(base.median)}的四分之一（判定标准 ${judged.rule} ${judged.version} 版）`
}

const singleOf = (row: ComparedRegion, indicator: Indicator): ComparedRegionView['single'] => {
  const { single } = row
  if (single.kind === 'as-cumulative') return null
  return single.kind === 'published' ? figOf(single.cell.figure, indicator) : amountOf(single.outcome, indicator)
}

/** A move of places of ours needs the whole group in sight, as the places do. */
const moveView = ({ ranks, moves }: ComparedRegion, by: 'level' | 'growth', { ranked }: RowContext): Compare =>
  ranks[by].kind === 'computed' && !ranked
    ? { kind: 'refused', code: 'not-applicable', why: '不适用：同组其他地区的数不在查看范围，位次不测算' }
    : placesOf(moves[by])

const isUnreported = ({ kind }: FigureCell): boolean => kind === 'unreported' || kind === 'not-applicable'

/** One region's line as pages and sheets print it. Digits are the source's; what we compute is rounded here, once. */
export const comparedRegionView = (row: ComparedRegion, region: Region, size: number, context: RowContext) => {
  const { indicator } = context
  const noun = GROUP_NOUN[region.kind]
  const view: ComparedRegionView = {
    region: { code: region.code, name: region.shortName, kind: region.kind },
    own: region.code === context.own,
    comparable: context.comparable.includes(region.code),
    level: figOfCell(row.level, indicator),
    growth: figOfCell(row.growth, indicator),
    hole: isUnreported(row.level) && isUnreported(row.growth) ? context.hole : null,
    rankLevel: rankView(row.ranks.level, context, noun),
    rankGrowth: rankView(row.ranks.growth, context, noun),
    moveLevel: moveView(row, 'level', context),
    moveGrowth: moveView(row, 'growth', context),
    vsMean: compareOf(row.compare.mean, 'points'),
    vsLastYear: compareOf(row.compare.lastYear, 'points'),
    vsBefore: compareOf(row.compare.before, 'points'),
    twoYear:
      row.twoYear.kind === 'published'
        ? figOf(row.twoYear.cell.figure, indicator)
        : compareOf(row.twoYear.outcome, 'percent'),
    single: singleOf(row, indicator),
    smallBase: smallBaseOf(row.base, context),
    end: endOf(row.ranks.growth, size, context.ranked),
  }
  return view
}
