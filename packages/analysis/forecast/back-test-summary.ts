import { type BackTest, type BackTestCase, summarise } from './back-test.ts'
import type { RecordedCase } from './back-test-record.ts'
import { placeOfShare, shareBelow } from './distribution.ts'
import { USUAL_STRETCH } from './rolling-origin.ts'

/** What a group of cases says together. */
export type GroupedBackTest = { key: string; result: BackTest }

const bySeries = (cases: readonly RecordedCase[]): RecordedCase[][] => [...Map.groupBy(cases, ({ id }) => id).values()]

/** Cases of one origin and step once, although both sets of origins may hold them. */
export const distinctCases = (cases: readonly RecordedCase[]): RecordedCase[] => [
  ...new Map(cases.map((one) => [`${one.id} ${one.origin} ${one.step}`, one])).values(),
]

/** Summed up over all series. */
export const summariseCases = (cases: readonly RecordedCase[]): BackTest => summarise(bySeries(cases))

/** Summed up by what `keyOf` says of a case, in the order met. */
export const summariseBy = (cases: readonly RecordedCase[], keyOf: (one: RecordedCase) => string): GroupedBackTest[] =>
  [...Map.groupBy(cases, keyOf)].map(([key, group]) => ({ key, result: summariseCases(group) }))

/** One class of stated probabilities: the lowest, the highest, their mean, how many, and the share that came true. */
export type ReliabilityRow = { from: number; to: number; said: number; count: number; cameTrue: number }

/** Ten classes of probability; those nobody stated are left out. Source: Murphy (1973), J. Applied Meteorology 12. */
export const reliability = (cases: readonly BackTestCase[]): ReliabilityRow[] =>
  Array.from({ length: 10 }, (_, k) => k / 10).flatMap((from) => {
    const to = Number((from + 0.1).toFixed(1))
    const own = cases.filter(({ probability: p }) => p >= from && (p < to || (to === 1 && p === 1)))
    if (own.length === 0) return []
    const said = own.reduce((sum, one) => sum + one.probability, 0) / own.length
    const cameTrue = own.filter(({ exceeded }) => exceeded).length / own.length
    return [{ from, to, said, count: own.length, cameTrue }]
  })

const Z80 = placeOfShare(0.9)

/** The case as it would have been with another usual stretch. */
const restretched = <C extends BackTestCase>(one: C, usual: number): C => {
  const by = (usual / USUAL_STRETCH) ** one.prior
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, one.probability))
  return { ...one, score: one.score / by, probability: shareBelow(placeOfShare(bounded) / by) }
}

const coverageOf = (cases: readonly BackTestCase[]): number =>
  cases.filter(({ score }) => score <= Z80).length / cases.length

/** The usual stretch, 1 to 2.5 by twentieths, whose intervals hold closest to 80 % of the cases; the smaller of two. */
const tuned = (cases: readonly BackTestCase[]): number => {
  const tries = Array.from({ length: 31 }, (_, k) => Number((1 + k / 20).toFixed(2)))
  const miss = (usual: number): number => Math.abs(coverageOf(cases.map((one) => restretched(one, usual))) - 0.8)
  return tries.reduce((best, usual) => (miss(usual) < miss(best) ? usual : best))
}

/** A stretch tuned on one half of the series, and what it does on the other half. */
export type HalfTest = {
  tunedOn: readonly string[]
  stretch: number
  tuned: { forecasts: number; coverage80: number }
  held: { forecasts: number; coverage80: number; brier: number; naiveBrier: number }
}

/** The part of an id that two tellings of one thing share: cn.cpi of cn.cpi.yoy_b and cn.cpi.yoy_index. */
const familyOf = (id: string): string => id.split('.').slice(0, 2).join('.')

/**
 * The stretch of the intervals held to series it was not tuned on: families of series are dealt to two halves in turn,
 * in the order of their names, each half tuned and the other reported. Families, since two sources of one indicator
 * are no two witnesses.
 */
export const halvedBackTest = (cases: readonly RecordedCase[]): HalfTest[] => {
  const families = [...new Set(cases.map(({ id }) => familyOf(id)))].sort()
  return [0, 1].map((half) => {
    const tunedOn = families.filter((_, k) => k % 2 === half)
    const own = cases.filter(({ id }) => tunedOn.includes(familyOf(id)))
    const rest = cases.filter(({ id }) => !tunedOn.includes(familyOf(id)))
    const stretch = tuned(own)
    const held = rest.map((one) => restretched(one, stretch))
    const { brier, naiveBrier } = summariseCases(held)
    return {
      tunedOn,
      stretch,
      tuned: { forecasts: own.length, coverage80: coverageOf(own.map((one) => restretched(one, stretch))) },
      held: { forecasts: held.length, coverage80: coverageOf(held), brier, naiveBrier },
    }
  })
}
