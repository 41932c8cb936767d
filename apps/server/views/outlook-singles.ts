import { type Amount, growthOfStretch, singleFromCumulative } from '@yundiao/analysis'
import { canonicalYtd, type FoundFigure, ytdLastYear } from '@yundiao/figures'
import { parsePeriod, partsOf, periodInWords } from '@yundiao/kernel'
import type { OutlookInput, OutlookLine } from './outlook-input.ts'
import type { OutlookView } from './outlook-schema.ts'
import { saidNumber, shownAs } from './outlook-units.ts'

type Singles = NonNullable<OutlookView['chosen']>['singles']
type Row = Singles['rows'][number]
type Step = { row: Row } | { why: string }

const SHOWN = 12

const amountOf = (figure: FoundFigure): Amount => ({
  period: figure.period,
  accumulation: 'ytd',
  concept: figure.series.concept,
  base: 'published',
  value: figure.value,
})

/** The release a cumulative figure is set against: the one before it in the same year. */
const beforeOf = (figure: FoundFigure, held: ReadonlyMap<string, FoundFigure>): FoundFigure | null => {
  const own = monthOf(figure)
  const earlier = [...held.values()].filter((one) => {
    const month = monthOf(one)
    return own && month && month.year === own.year && month.month < own.month
  })
  return earlier.at(-1) ?? null
}

const monthOf = ({ period }: FoundFigure): { year: number; month: number } | null => {
  const read = parsePeriod(period)
  return read && partsOf(read.ends)
}

const singleAmount = ({ indicator }: OutlookInput, now: FoundFigure, before: FoundFigure): Step => {
  const made = singleFromCumulative(amountOf(now), amountOf(before))
  if (made.kind === 'refused') return { why: made.message }
  const period = parsePeriod(made.amount.period)
  const said = shownAs(indicator, 'level')
  const shown = saidNumber(said.of(made.amount.value), said.decimals, said.unit)
  return period
    ? { row: { period: period.text, periodWords: periodInWords(period), shown, formula: made.formula } }
    : { why: '' }
}

const stretchWords = (now: FoundFigure, before: FoundFigure): { period: string; periodWords: string } => {
  const [a, b] = [parsePeriod(now.period), parsePeriod(before.period)]
  const [to, from] = [a ? partsOf(a.ends) : null, b ? partsOf(b.ends).month + 1 : 0]
  if (!to) return { period: now.period, periodWords: now.period }
  const words = from === to.month ? `${to.year}年${from}月` : `${to.year}年${from}—${to.month}月`
  return { period: now.period, periodWords: words }
}

const singleGrowth = (input: OutlookInput, now: FoundFigure, before: FoundFigure): Step => {
  const levels = levelsOf(input)
  const base = (figure: FoundFigure): number => levels.get(ytdLastYear(figure.period) ?? '')?.value ?? Number.NaN
  const ends = { growthBefore: before.value ?? Number.NaN, growthNow: now.value ?? Number.NaN }
  const made = growthOfStretch(input.indicator.growth, { ...ends, baseBefore: base(before), baseNow: base(now) })
  if (made.kind === 'refused') {
    const isLacking = made.reason === 'input-missing' && !Number.isFinite(base(before) + base(now))
    return { why: isLacking ? '不能推算当期增速：上年同期绝对额未公布' : made.message }
  }
  return { row: { ...stretchWords(now, before), shown: saidNumber(made.value * 100, 1, '%'), formula: made.formula } }
}

const levelsOf = ({ lines, chosen }: OutlookInput): Map<string, FoundFigure> =>
  heldBy(
    lines.find(
      ({ key, region }) =>
        key.measure === 'level' &&
        key.accumulation === 'ytd' &&
        region.code === chosen?.region.code &&
        key.concept === chosen.key.concept &&
        key.origin === chosen.key.origin,
    ),
  )

const heldBy = (line: OutlookLine | undefined): Map<string, FoundFigure> =>
  new Map(
    line?.figures.flatMap((figure) => {
      const period = canonicalYtd(figure.period)
      return period && figure.value !== null ? [[period, figure] as const] : []
    }),
  )

/** Single months and quarters out of cumulative releases, newest first; where none can be had, why. */
export const singlesOf = (input: OutlookInput): Singles => {
  const { chosen } = input
  if (chosen?.key.accumulation !== 'ytd') return { rows: [], why: null }
  const held = heldBy(chosen)
  const isAmount = chosen.key.measure === 'level'
  if (!isAmount && !chosen.key.measure.startsWith('growth')) return { rows: [], why: null }
  const steps = [...held.values()]
    .toReversed()
    .flatMap((now) => {
      const before = beforeOf(now, held)
      return before ? [{ now, before }] : []
    })
    .slice(0, SHOWN)
    .map(({ now, before }) => (isAmount ? singleAmount(input, now, before) : singleGrowth(input, now, before)))
  const rows = steps.flatMap((step) => ('row' in step ? [step.row] : []))
  const whys = steps.flatMap((step) => ('why' in step ? [step.why] : []))
  const none = steps.length === 0 ? '没有同一年先后两期累计数，不能推算当期数' : (whys[0] ?? null)
  return { rows, why: rows.length > 0 ? null : none }
}
