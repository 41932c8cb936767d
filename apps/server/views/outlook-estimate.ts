import {
  type Adjustment,
  notAdjustable,
  placeOf,
  type RegularSeries,
  type TargetCase,
  type TargetRefusal,
  targetCaseOf,
} from '@yundiao/analysis'
import type { TargetFact } from '@yundiao/figures'
import { showNumber } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import type { Estimate, EstimateAsk } from '../workers/estimate.ts'
import type { Estimator } from '../workers/estimator.ts'
import { adjustWords, measureRows, noteWords, verdictWords } from './adjust-words.ts'
import { madeByWords, methodWords } from './method-words.ts'
import { type OutlookAsk, type OutlookInput, type OutlookLine, readOutlookInput } from './outlook-input.ts'
import type { OutlookEstimate } from './outlook-schema.ts'
import { latestOf, type Supposed, shareOf, type UsedTarget, usedTarget } from './outlook-target.ts'
import { type Shown, saidNumber, shownAs, timeOfPlace } from './outlook-units.ts'
import { readTargets } from './targets.ts'

type Chosen = { line: OutlookLine; made: RegularSeries; said: Shown; input: OutlookInput }

const refused = ({ reason, message }: { reason: string; message: string }) => ({
  kind: 'refused' as const,
  reason,
  why: message,
})

/** The series in the unit it is shown in: what the back-test was made on. */
const inShownUnits = ({ made, said }: Chosen): RegularSeries => ({
  ...made,
  values: made.values.map((value) => (value === null ? null : said.of(value))),
})

const caseOf = (chosen: Chosen, target: UsedTarget | null, supposed: Supposed): TargetCase | TargetRefusal | null => {
  if (!target) return null
  const { line, said, input } = chosen
  const latest = latestOf(line)
  const share = latest && shareOf(input, latest.figure.period)
  const from = supposed.shareFrom ?? share?.from
  const to = supposed.shareTo ?? share?.to
  const value = said.of(target.value)
  const shares = from !== undefined && to !== undefined ? ([from, to] as const) : undefined
  return targetCaseOf(inShownUnits(chosen), line.key.measure.startsWith('growth'), { ...target, value }, shares)
}

/** Growth of the year so far, which moves less the nearer the year's end. */
const isCumulativeRate = ({ line, made }: Chosen): boolean =>
  line.key.measure.startsWith('growth') && made.accumulation === 'ytd'

const askOf = (chosen: Chosen, target: TargetCase | null): EstimateAsk => {
  const { frequency, start, values } = inShownUnits(chosen)
  const unit = chosen.line.figures.at(-1)?.printedUnit ?? null
  const isAdjusted = notAdjustable(chosen.line.key.measure, unit) === null
  const holidays = frequency === 12 ? ({ holidays: 'spring-festival', tradingDays: 'auto' } as const) : {}
  return {
    series: { frequency, start, values },
    horizon: frequency,
    isCumulative: isCumulativeRate(chosen),
    adjust: isAdjusted ? { mode: 'auto', arima: 'auto', ...holidays } : null,
    target,
  }
}

/** Months (quarters) of the year for which nothing was published in three years: none is forecast either. */
const unpublished = (series: RegularSeries): ReadonlySet<number> => {
  const { frequency, values } = series
  const from = Math.max(0, values.length - 3 * frequency)
  const parts = Array.from({ length: frequency }, (_, i) => i + 1)
  const held = new Set(values.flatMap((value, i) => (i >= from && value !== null ? [placeOf(series, i)[1]] : [])))
  return new Set(parts.filter((part) => !held.has(part)))
}

const NARROWED = '；累计增速越近年底越难变动，本年各期的区间按以往年内变动收窄'

const forecastView = (chosen: Chosen, made: Estimate['forecast']): OutlookEstimate['forecast'] => {
  if (made.kind === 'refused') return refused(made)
  const { made: series, said } = chosen
  const skipped = unpublished(series)
  const naive = made.accuracy.backtest.find(({ method }) => method === 'snaive')
  return {
    kind: 'forecast',
    words: `${madeByWords(made.model, made.members)}，历次回测误差${made.model === 'combined' ? '最小的几种' : '最小'}${isCumulativeRate(chosen) ? NARROWED : ''}`,
    unitError: said.errorUnit,
    stretch: made.accuracy.stretch,
    points: made.mean.flatMap((mean, h) => {
      const place = series.values.length + h
      const time = timeOfPlace(series, place)
      const of = (bounds: Readonly<Record<string, readonly number[]>>, level: string) => bounds[level]?.[h] ?? mean
      if (!time || skipped.has(placeOf(series, place)[1])) return []
      const bounds = {
        low80: of(made.lower, '80'),
        high80: of(made.upper, '80'),
        low95: of(made.lower, '95'),
        high95: of(made.upper, '95'),
      }
      return [{ ...time, mean, ...bounds, naive: made.naive[h] ?? mean }]
    }),
    accuracy: made.accuracy.backtest.map(({ method, mae, rmse, coverage80, origins }) => ({
      method,
      words: methodWords(method),
      chosen: method === made.model,
      mae,
      rmse,
      ratio: naive && naive.mae > 0 ? mae / naive.mae : null,
      coverage80,
      origins,
    })),
  }
}

const factorsOf = (series: RegularSeries, done: Adjustment) => {
  const rows = new Map<number, (number | null)[]>()
  done.seasonal.forEach((value, i) => {
    const [year, part] = placeOf(series, i)
    const row = rows.get(year) ?? Array<number | null>(series.frequency).fill(null)
    row[part - 1] = done.spec.mode === 'add' ? value : value * 100
    rows.set(year, row)
  })
  return [...rows].map(([year, values]) => ({ year, values })).toReversed()
}

const adjustmentView = (chosen: Chosen, done: Estimate['adjustment']): OutlookEstimate['adjustment'] => {
  const unit = chosen.line.figures.at(-1)?.printedUnit ?? null
  const kind = notAdjustable(chosen.line.key.measure, unit)
  if (kind) return refused(kind)
  if (!done) return { kind: 'refused', reason: 'not-asked', why: '未作季节调整' }
  if (done.kind === 'refused') return refused(done)
  const series = inShownUnits(chosen)
  return {
    kind: 'adjusted',
    words: adjustWords(done),
    verdict: verdictWords(done),
    notes: noteWords(done),
    isMultiplied: done.spec.mode !== 'add',
    points: series.values.flatMap((raw, i) => {
      const time = timeOfPlace(series, i)
      const [adjusted, trend, seasonal] = [done.adjusted[i] ?? null, done.trend[i], done.seasonal[i]]
      return time && trend !== undefined && seasonal !== undefined ? [{ ...time, raw, adjusted, trend, seasonal }] : []
    }),
    factors: factorsOf(series, done),
    measures: measureRows(done),
  }
}

const oddsWords = (probability: number): string => {
  const percent = probability * 100
  if (percent < 1) return '不到1%'
  return percent > 99 ? '99%以上' : `约${showNumber(percent, 0)}%`
}

const likelihoodView = (
  { said, line }: Chosen,
  target: UsedTarget | null,
  done: Estimate['target'] | TargetRefusal,
): OutlookEstimate['likelihood'] => {
  if (!target || !done) return null
  if (done.kind === 'refused') return refused(done)
  const shown = (value: number): string => saidNumber(value, said.decimals, said.unit)
  const { low, middle, high } = done.interval
  const isRate = line.key.measure.startsWith('growth')
  const what = isRate ? '全年增速' : '全年'
  const width = isRate
    ? '累计增速越近年底越难变动，区间在模型区间与以往同期至年底的实际变动之间取中，与图上年底的一致；'
    : ''
  return {
    kind: 'assessed',
    probability: done.probability,
    words: `${target.year}年完成${target.shown}的可能性${oddsWords(done.probability)}（测算）；${what}八成可能落在${shown(low)}～${shown(high)}，居中为${shown(middle)}。`,
    assumption: `假定余下各期的起伏与以往相当，按${madeByWords(done.method.model, done.method.members)}推算；${width}不含尚未见效的措施，不是承诺，也不替代公布数。`,
  }
}

const nothing = (why: { reason: string; message: string }): OutlookEstimate => ({
  forecast: refused(why),
  adjustment: refused(why),
  likelihood: null,
})

type Readers = { store: Store; caller: Caller; estimator: Estimator }

/** Forecast, adjusted series and likelihood of the target of one series, worked out apart from the server's thread. */
export const readOutlookEstimate = async (
  { store, caller, estimator }: Readers,
  { supposed, ...ask }: OutlookAsk & { supposed: Supposed },
  signal: AbortSignal | undefined,
): Promise<OutlookEstimate> => {
  const [input, targets] = await Promise.all([
    readOutlookInput(store, caller, ask),
    readTargets(store, caller, ask.on, { indicator: ask.indicator }),
  ])
  const { indicator, chosen: line } = input
  if (!line) return nothing({ reason: 'no-points', message: '没有公布数' })
  if (line.made.kind === 'refused') return nothing(line.made)
  const chosen: Chosen = { line, made: line.made, said: shownAs(indicator, line.key.measure), input }
  const target = usedTarget(input, targets satisfies readonly TargetFact[], supposed)
  const made = caseOf(chosen, target, supposed)
  const asked = made && 'measure' in made ? made : null
  const done = await estimator.estimate(askOf(chosen, asked), signal)
  return {
    forecast: forecastView(chosen, done.forecast),
    adjustment: adjustmentView(chosen, done.adjustment),
    likelihood: likelihoodView(chosen, target, asked ? done.target : (made as TargetRefusal | null)),
  }
}
