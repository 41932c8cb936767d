import {
  canonicalYtd,
  DEMONSTRATION,
  monthsElapsed,
  requiredGrowthRange,
  type TargetFact,
  ytdLastYear,
} from '@yundiao/figures'
import { parsePeriod, type RegionTree, showChange } from '@yundiao/kernel'
import type { OutlookInput, OutlookLine } from './outlook-input.ts'
import type { OutlookView } from './outlook-schema.ts'
import { saidNumber, shownAs } from './outlook-units.ts'
import { targetInWords, targetRows } from './targets.ts'

/** What a person supposes: the year's target, and last year's share of the part gone by, as ratios. */
export type Supposed = {
  target?: number | undefined
  shareFrom?: number | undefined
  shareTo?: number | undefined
}

export type UsedTarget = { kind: 'growth' | 'level'; value: number; year: number; shown: string; supposed: boolean }

const STATED: readonly (string | null)[] = ['=', '≈', '≥']

/** The latest release of a line that has a value, with its year. */
export const latestOf = ({ figures }: OutlookLine) => {
  const figure = figures.findLast(({ value }) => value !== null)
  const ends = figure && parsePeriod(figure.period)?.ends
  return figure && ends ? { figure, value: figure.value ?? 0, year: Number(ends.slice(0, 4)) } : null
}

const isGrowth = ({ key }: OutlookLine): boolean => key.measure.startsWith('growth')

/** The target reckoned with: what is supposed, else the first one stated in number for this very measure and concept. */
export const usedTarget = (
  { indicator, chosen }: OutlookInput,
  targets: readonly TargetFact[],
  supposed: Supposed,
): UsedTarget | null => {
  const latest = chosen && latestOf(chosen)
  if (!chosen || !latest || chosen.key.accumulation !== 'ytd') return null
  const { year } = latest
  const kind = isGrowth(chosen) ? 'growth' : 'level'
  if (supposed.target !== undefined && kind === 'growth') {
    const said = shownAs(indicator, chosen.key.measure)
    const shown = saidNumber(said.of(supposed.target), 1, said.unit)
    return { kind, value: supposed.target, year, shown: `假定目标${shown}`, supposed: true }
  }
  const stated = targets.find(
    (one) =>
      one.region === chosen.region.code &&
      one.year === year &&
      one.measure === chosen.key.measure &&
      one.concept === chosen.key.concept &&
      one.value !== null &&
      STATED.includes(one.operator),
  )
  return stated
    ? { kind, value: stated.value ?? 0, year, shown: `目标${targetInWords(stated)}`, supposed: false }
    : null
}

export type Share = { from: number; to: number; words: string }

const percent = (share: number): string => saidNumber(share * 100, 1, '%')

/** Last year's share of the part gone by: from its amounts, else between what it was in earlier years. */
export const shareOf = ({ lines, chosen }: OutlookInput, period: string): Share | null => {
  const levels = lines.find(
    ({ key, region }) =>
      key.measure === 'level' &&
      key.accumulation === 'ytd' &&
      region.code === chosen?.region.code &&
      key.origin === chosen.key.origin &&
      key.concept === chosen.key.concept,
  )
  const held = new Map(levels?.figures.map((figure) => [canonicalYtd(figure.period), figure.value]))
  const shares: { year: string; share: number }[] = []
  let before = ytdLastYear(period)
  for (let years = 0; years < 5 && before; years += 1) {
    const year = before.slice(0, 4)
    const [part, whole] = [held.get(before), held.get(year)]
    if (part && whole && part < whole) shares.push({ year, share: part / whole })
    before = ytdLastYear(before)
  }
  const [last] = shares
  if (!last) return null
  if (Number(last.year) === Number(period.slice(0, 4)) - 1)
    return { from: last.share, to: last.share, words: `上年同期占全年${percent(last.share)}（公布绝对额）` }
  const [from, to] = [Math.min(...shares.map((one) => one.share)), Math.max(...shares.map((one) => one.share))]
  return {
    from,
    to,
    words: `上年绝对额不全，按以往${shares.length}年同期占全年${percent(from)}～${percent(to)}两端计算`,
  }
}

const suppose = ({ shareFrom, shareTo }: Supposed): Share | null =>
  shareFrom !== undefined && shareTo !== undefined
    ? { from: shareFrom, to: shareTo, words: `按上年同期占全年${percent(shareFrom)}～${percent(shareTo)}两端计算` }
    : null

const REST: Readonly<Record<number, string>> = { 3: '后三季度', 6: '下半年', 9: '四季度' }

const restWords = (period: string): string => {
  const read = parsePeriod(period)
  const months = (read && monthsElapsed(read)) ?? 0
  return REST[months] ?? `后${12 - months}个月`
}

type Required = NonNullable<OutlookView['chosen']>['target']['required']

const refused = (reason: string, why: string): Required => ({ kind: 'refused', reason, why })

/** 后期需增长, with bounds when only rates are known. */
const requiredOf = (input: OutlookInput, target: UsedTarget | null, supposed: Supposed): Required => {
  const latest = input.chosen && latestOf(input.chosen)
  if (!input.chosen || !latest || !isGrowth(input.chosen) || input.chosen.key.accumulation !== 'ytd')
    return refused('not-applicable', '后期需增长按累计增速推算，请选累计增速数列')
  if (!target) return refused('target-missing', '年度目标待明确，可在下面填假定目标')
  const { period } = latest.figure
  if (restWords(period) === '后0个月') return refused('elapsed', '全年数已公布')
  const share = suppose(supposed) ?? shareOf(input, period)
  if (!share) return refused('input-missing', '缺上年同期占全年的比重，可在下面填上下限')
  const needed = requiredGrowthRange({
    target: target.value,
    shareFrom: share.from,
    shareTo: share.to,
    growth: latest.value,
  })
  if (needed.kind === 'refused') return refused(needed.reason, needed.message)
  const [from, to] = [needed.from, needed.to].map((value) => saidNumber(value * 100, 1, '%'))
  const shown = from === to ? `${from}` : `${from}～${to}`
  return { kind: 'value', shown: `${restWords(period)}需增长${shown}`, basis: share.words }
}

/** Where the chosen series stands against its year's target. */
export const targetView = (
  input: OutlookInput,
  { targets, supposed, tree }: { targets: readonly TargetFact[]; supposed: Supposed; tree: RegionTree },
): NonNullable<OutlookView['chosen']>['target'] => {
  const { chosen } = input
  const latest = chosen && latestOf(chosen)
  const used = usedTarget(input, targets, supposed)
  const own = targets.filter(({ region, year }) => region === chosen?.region.code && year === latest?.year)
  const isReal = chosen?.key.concept !== DEMONSTRATION
  return {
    known: isReal ? targetRows(own, tree) : [],
    used: used && { shown: used.shown, value: used.value, supposed: used.supposed, year: used.year },
    gap:
      used?.kind === 'growth' && latest
        ? `较${used.supposed ? '假定目标' : '目标'}${showChange(Number(((latest.value - used.value) * 100).toPrecision(12)))}${latest.value === used.value ? '' : '个百分点'}`
        : null,
    required: requiredOf(input, used, supposed),
  }
}
