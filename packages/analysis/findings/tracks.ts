import { DEFAULT_CONCEPT, type FoundFigure, growthMeasureOf, levelMeasureOf } from '@yundiao/figures'
import { type Dated, historyOf, timeOf } from './histories.ts'
import type { Reading } from './reading.ts'
import { type Release, type Surprise, surpriseOf } from './surprise.ts'

/** A series up to the row's period as it is weighed for surprise: each release with the figures it comes from. */
export type Track = {
  releases: readonly (Release & { month: number; span: number; from: readonly FoundFigure[] })[]
  surprise: Surprise
}

/** Releases up to the row's period, the last of them of it; empty where the series is not out for it. */
const upTo = (reading: Reading, history: readonly Dated[]): readonly Dated[] => {
  const now = timeOf(reading.row.period)?.time ?? 0
  const past = history.filter(({ time }) => time <= now)
  return past.at(-1)?.time === now ? past : []
}

const conceptOf = ({ row }: Reading): string =>
  (row.level.kind === 'figure' ? row.level.figure : row.growth.kind === 'figure' ? row.growth.figure : null)?.series
    .concept ?? DEFAULT_CONCEPT

const historyFor = (reading: Reading, what: 'growth' | 'level'): readonly Dated[] => {
  const { indicator } = reading.row
  const measure = what === 'growth' ? growthMeasureOf(indicator) : levelMeasureOf(indicator)
  const series = {
    indicator: indicator.code,
    measure,
    accumulation: indicator.accumulation,
    concept: conceptOf(reading),
  }
  return upTo(reading, historyOf(reading.histories, series, reading.region.code))
}

/** What a cumulative amount grew by since the release before it in its year; the year's first stands for itself. */
const singlesOf = (dated: readonly Dated[]): Track['releases'] =>
  dated.map(({ figure, time, month }, i) => {
    const before = dated[i - 1]
    const isFirst = !before || before.time - before.month !== time - month
    const since = isFirst ? 0 : before.month
    const value = (figure.value ?? 0) - (isFirst ? 0 : (before.figure.value ?? 0))
    return {
      time,
      month,
      span: month - since,
      place: `${month}/${month - since}`,
      value: Number(value.toPrecision(12)),
      from: isFirst ? [figure] : [figure, before.figure],
    }
  })

const alone = (dated: readonly Dated[]): Track['releases'] =>
  dated.map(({ figure, time, month, span }) => ({
    time,
    month,
    span,
    place: `${month}/${span}`,
    value: figure.value ?? 0,
    from: [figure],
  }))

const trackOf = (releases: Track['releases'], look: Parameters<typeof surpriseOf>[1]): Track | null => {
  const surprise = surpriseOf(releases, look)
  return surprise && { releases, surprise }
}

/** The published growth of a row as a series of moves: year on year already, so without seasons. */
export const growthTrack = (reading: Reading): Track | null =>
  trackOf(alone(historyFor(reading, 'growth')), { isAmount: false, isSeasonal: false })

/** The amounts of a row, single periods taken out of cumulative ones; an index on the year before has no seasons. */
export const levelTrack = (reading: Reading): Track | null => {
  const { kind, accumulation } = reading.row.indicator
  if (kind === 'growth-only') return null
  const dated = historyFor(reading, 'level')
  const isAmount = kind === 'level' || kind === 'count'
  return trackOf(isAmount && accumulation === 'ytd' ? singlesOf(dated) : alone(dated), {
    isAmount,
    isSeasonal: kind !== 'index',
  })
}
