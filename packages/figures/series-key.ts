import { escapeWord, unescapeWord } from './escape.ts'
import type { Accumulation, Measure, Origin, SeriesKey } from './types.ts'

/** The concept (口径) of a series that needs no word of its own. */
export const DEFAULT_CONCEPT = 'default'

/** The concept (口径) of demonstration figures: a series of its own, so that no sum or growth mixes it with a real one. */
export const DEMONSTRATION = '演示'

export const MEASURES = [
  'level',
  'growth-real',
  'growth-nominal',
  'growth-2y-average',
  'share',
  'rank',
  'index',
  'pull',
  'contribution',
] as const satisfies readonly Measure[]
export const ACCUMULATIONS = ['ytd', 'period', 'stock'] as const satisfies readonly Accumulation[]
export const ORIGINS = [
  'official',
  'department',
  'dispatch',
  'estimate',
  'computed',
] as const satisfies readonly Origin[]

type Dims = Readonly<Record<string, string>>

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sortedDims = (dims: Dims): [string, string][] => Object.entries(dims).sort(([a], [b]) => byCodeUnit(a, b))

/** The one spelling of a series' dimensions: `industry=C39,size=大`, keys in code-unit order; empty for none. */
export const dimsKey = (dims: Dims): string =>
  sortedDims(dims)
    .map(([name, value]) => `${escapeWord(name)}=${escapeWord(value)}`)
    .join(',')

/** A series with its dimensions in order: the shape to store and to compare. */
export const seriesKey = (
  parts: Pick<SeriesKey, 'indicator' | 'measure' | 'accumulation'> & Partial<SeriesKey>,
): SeriesKey => ({
  indicator: parts.indicator,
  measure: parts.measure,
  accumulation: parts.accumulation,
  origin: parts.origin ?? 'official',
  concept: parts.concept ?? DEFAULT_CONCEPT,
  dims: Object.fromEntries(sortedDims(parts.dims ?? {})),
})

/**
 * Prints a series: `gdp.level.ytd.official`, then `~区属` when the concept is not the default, then
 * `{industry=C39}` when it has dimensions. Two keys print alike if and only if they are the same series.
 */
export const printSeries = (key: SeriesKey): string => {
  const head = [escapeWord(key.indicator), key.measure, key.accumulation, key.origin].join('.')
  const concept = key.concept === DEFAULT_CONCEPT ? '' : `~${escapeWord(key.concept)}`
  const dims = dimsKey(key.dims)
  return `${head}${concept}${dims === '' ? '' : `{${dims}}`}`
}

const member = <T extends string>(list: readonly T[], text: string | undefined): T | null =>
  list.find((item) => item === text) ?? null

const parseDims = (text: string): Dims | null => {
  const pairs: [string, string][] = []
  for (const part of text.split(',')) {
    const [name, value, ...rest] = part.split('=')
    const word = name === undefined ? null : unescapeWord(name)
    const content = value === undefined ? null : unescapeWord(value)
    if (word === null || content === null || rest.length > 0) return null
    pairs.push([word, content])
  }
  return Object.fromEntries(pairs)
}

const SERIES = /^([^.~{}]+)\.([^.~{}]+)\.([^.~{}]+)\.([^.~{}]+)(?:~([^~{}]+))?(?:\{([^{}]+)\})?$/

/** The inverse of printSeries; null for anything printSeries would not write. */
export const parseSeries = (text: string): SeriesKey | null => {
  const match = SERIES.exec(text)
  if (!match) return null
  const indicator = unescapeWord(match[1] ?? '')
  const measure = member(MEASURES, match[2])
  const accumulation = member(ACCUMULATIONS, match[3])
  const origin = member(ORIGINS, match[4])
  const concept = match[5] === undefined ? DEFAULT_CONCEPT : unescapeWord(match[5])
  const dims = match[6] === undefined ? {} : parseDims(match[6])
  if (indicator === null || !measure || !accumulation || !origin || concept === null || !dims) return null
  const key: SeriesKey = { indicator, measure, accumulation, origin, concept, dims }
  return printSeries(key) === text ? key : null
}

/** Whether two keys name the same series, whatever the order of their dimensions. */
export const isSameSeries = (a: SeriesKey, b: SeriesKey): boolean => printSeries(a) === printSeries(b)

/** A total order of series: by indicator, then measure, accumulation, origin, concept and dimensions. */
export const compareSeries = (a: SeriesKey, b: SeriesKey): number =>
  byCodeUnit(a.indicator, b.indicator) ||
  MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure) ||
  ACCUMULATIONS.indexOf(a.accumulation) - ACCUMULATIONS.indexOf(b.accumulation) ||
  ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin) ||
  byCodeUnit(a.concept, b.concept) ||
  byCodeUnit(dimsKey(a.dims), dimsKey(b.dims))
