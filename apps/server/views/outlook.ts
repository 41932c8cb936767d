import { partsMeasure, printSeries, type SeriesBreak } from '@yundiao/figures'
import { type LocalDate, parsePeriod } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { figOf } from './fig.ts'
import {
  choiceOf,
  endsBefore,
  type OutlookAsk,
  type OutlookInput,
  type OutlookLine,
  readOutlookInput,
  regularWords,
} from './outlook-input.ts'
import type { OutlookView } from './outlook-schema.ts'
import { singlesOf } from './outlook-singles.ts'
import { type Supposed, targetView } from './outlook-target.ts'
import { saidNumber, shownAs, timeOf, timeOfPlace } from './outlook-units.ts'
import { readPlaces } from './places.ts'
import { readTargets } from './targets.ts'

type Chosen = NonNullable<OutlookView['chosen']>

const pointsOf = ({ indicator }: OutlookInput, { figures, key }: OutlookLine): Chosen['points'] => {
  const said = shownAs(indicator, key.measure)
  return figures.flatMap((figure) => {
    const period = parsePeriod(figure.period)
    if (!period) return []
    const fig = figOf(figure, indicator)
    const value = figure.value === null ? null : said.of(figure.value)
    return [{ ...timeOf(period, key.accumulation), value, fig }]
  })
}

/** Releases taken apart or added up, where a forecast stands on those: its periods are theirs. */
const composedOf = ({ indicator }: OutlookInput, { key, made }: OutlookLine): Chosen['composed'] => {
  if (made.kind === 'refused' || made.basis === 'published') return []
  const { of, decimals, unit } = shownAs(indicator, key.measure)
  return made.values.flatMap((canonical, i) => {
    const time = timeOfPlace(made, i)
    const value = canonical === null ? null : of(canonical)
    return time ? [{ ...time, value, shown: value === null ? null : saidNumber(value, decimals, unit) }] : []
  })
}

const conceptWords = (concept: string): string => (concept === 'default' ? '通常口径' : `“${concept}”口径`)

/** Releases of the same measure under another concept: they are no part of the line. */
const otherConcepts = ({ lines, chosen }: OutlookInput): string[] =>
  lines.flatMap(({ key, region, figures }) => {
    const isOther =
      region.code === chosen?.region.code &&
      key.measure === chosen.key.measure &&
      key.accumulation === chosen.key.accumulation &&
      key.origin === chosen.key.origin &&
      key.concept !== chosen.key.concept &&
      key.concept !== '演示' &&
      chosen.key.concept !== '演示'
    const periods = figures.map(({ period }) => period)
    return isOther ? [`口径变化：${periods.join('、')}为${conceptWords(key.concept)}，不可比，未连入`] : []
  })

/** Declared breaks that part the chosen series, and where the chart draws them. */
const declaredOf = ({ breaks, chosen }: OutlookInput) =>
  breaks.filter(
    (one) =>
      chosen && one.region === chosen.region.code && partsMeasure(one, chosen.key.measure) && isInside(one, chosen),
  )

const isInside = ({ from }: SeriesBreak, { figures }: OutlookLine): boolean => {
  const ends = figures.flatMap(({ period }) => parsePeriod(period)?.ends ?? [])
  return ends.some((end) => end < from) && ends.some((end) => end >= from)
}

/** Said of a series that stopped being published regularly: what follows it is no outlook of the period. */
const staleOf = ({ chosen, asOf }: OutlookInput): string[] => {
  const last = chosen && endsBefore(chosen, asOf)
  if (!last || last === 'unfit') return []
  return [`这个数列连续公布只到${last.periodWords}，预测接在其后，不是本期的走势，不宜引用`]
}

const abilityOf = ({ made }: OutlookLine): Chosen['ability'] =>
  made.kind === 'regular'
    ? { kind: 'regular', words: regularWords(made) }
    : { kind: 'refused', reason: made.reason, why: made.message }

/** A series long enough, where this is not: of the nation first, for it is published longest. */
const insteadOf = ({ lines, chosen, asOf }: OutlookInput): Chosen['instead'] => {
  if (!chosen || chosen.made.kind === 'regular') return null
  const regular = lines.filter(({ made }) => made.kind === 'regular')
  const fresh = regular.filter((line) => endsBefore(line, asOf) === null)
  const fitting = fresh.length > 0 ? fresh : regular
  const found = fitting.find(({ region }) => region.kind === 'nation') ?? fitting[0]
  return found ? choiceOf(found) : null
}

/** 走势预测 of an indicator: its series in the caller's sight, and one of them with what may be worked out of it. */
export const readOutlook = async (
  store: Store,
  caller: Caller,
  { supposed, ...ask }: OutlookAsk & { on: LocalDate; supposed: Supposed },
): Promise<OutlookView> => {
  const [input, targets, { tree }] = await Promise.all([
    readOutlookInput(store, caller, ask),
    readTargets(store, caller, ask.on, { indicator: ask.indicator }),
    readPlaces(store, caller),
  ])
  const { indicator, lines, regions, chosen } = input
  return {
    indicator: { code: indicator.code, name: indicator.name },
    regions: regions.map(({ code, shortName }) => ({ code, name: shortName })),
    choices: lines.map(choiceOf),
    chosen: chosen && {
      ...choiceOf(chosen),
      series: printSeries(chosen.key),
      unitShown: shownAs(indicator, chosen.key.measure).unit,
      points: pointsOf(input, chosen),
      composed: composedOf(input, chosen),
      breaks: [...staleOf(input), ...declaredOf(input).map(({ why }) => why), ...otherConcepts(input)],
      parted: declaredOf(input).map(({ from, kind }) => ({ from, kind })),
      ability: abilityOf(chosen),
      instead: insteadOf(input),
      singles: singlesOf(input),
      target: targetView(input, { targets, supposed, tree }),
    },
  }
}
