import type { TimeSeries } from '../series/time-series.ts'
import { type BackTestCase, backTestSeries } from './back-test.ts'

/** A series a back-test is made on. */
export type NamedSeries = TimeSeries & { id: string; name: string }

/** `recent`: from origins of the last four years; `spread`: over the whole past. */
export type OriginSet = 'recent' | 'spread'

/** A case with its series and the origins it is of; one that is of both stands twice. */
export type RecordedCase = BackTestCase & { id: string; set: OriginSet }

const STEPS: Readonly<Record<number, readonly number[]>> = { 12: [1, 3, 6, 12], 4: [1, 2, 4] }

/** Places where a forecast could have started, a release before each: `every` steps back from the end, at most `count`. */
const originsBack = ({ values, frequency }: TimeSeries, every: number, count: number): number[] => {
  const origins: number[] = []
  for (let at = values.length - frequency; at > 5 * frequency && origins.length < count; at -= every)
    origins.push(values.findLastIndex((value, i) => i < at && value !== null) + 1)
  return origins
}

/** Origins every half year of the last four and a half years; ten spread over what is older than five years. */
const originsOf = (series: TimeSeries, set: OriginSet): number[] => {
  const { frequency, values } = series
  if (set === 'recent') return originsBack(series, frequency / 2, 9)
  return originsBack(series, Math.max(frequency - 1, Math.round((values.length - 6 * frequency) / 9)), 10)
}

/** Six significant digits: enough to compare, and the same on every machine. */
const rounded = (value: number): number => Number(value.toPrecision(6))

const roundedCase = (one: BackTestCase): BackTestCase => ({
  ...one,
  mean: rounded(one.mean),
  low80: rounded(one.low80),
  high80: rounded(one.high80),
  naive: rounded(one.naive),
  probability: rounded(one.probability),
  score: rounded(one.score),
  prior: rounded(one.prior),
})

/**
 * The back-test of one series: 1, 3, 6 and 12 months (1, 2 and 4 quarters) ahead, from both sets of origins, each
 * forecast made on nothing but the values before it. Numbers have six significant digits. Some seconds of work.
 */
export const recordBackTest = (series: NamedSeries): RecordedCase[] => {
  const sets = (['recent', 'spread'] as const).map((set) => ({ set, origins: originsOf(series, set) }))
  // An origin of both sets is worked out once.
  const origins = [...new Set(sets.flatMap((one) => one.origins))]
  const cases = backTestSeries(series, { origins, steps: STEPS[series.frequency] ?? [1] })
  const byOrigin = Map.groupBy(cases, ({ origin }) => origin)
  return sets.flatMap((one) =>
    one.origins.flatMap((origin) =>
      (byOrigin.get(origin) ?? []).map((made) => ({ ...roundedCase(made), id: series.id, set: one.set })),
    ),
  )
}
