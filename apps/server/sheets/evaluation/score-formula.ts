import type { Benchmark, Indicator, Normalisation, Scheme } from '@yundiao/scorecards'

/** Where the parts of one indicator's formula stand. `x` is the unit's value, `column` all of them; names are cells. */
export type FormulaPlaces = {
  x: string
  column: string
  /** Cells of the parameters: a fixed benchmark, or the multiple of a mean. */
  benchmark: string
  floor: string | null
  cap: string | null
  scale: string
  /** The unit's group and everybody's, for a benchmark within groups. */
  group: string | null
  groups: string | null
}

const num = (value: number): string => (value < 0 ? `(${value})` : String(value))

const within = (low: number, high: number, ratio: string): string => `${num(low)}+${num(high - low)}*(${ratio})`

/** Least at `low`, most at `high`, turned where less is better; nothing where all are equal. */
const between = ({ x, column }: FormulaPlaces, direction: 1 | -1, [low, high]: readonly [number, number]): string => {
  const ratio =
    direction === 1
      ? `(${x}-MIN(${column}))/(MAX(${column})-MIN(${column}))`
      : `(MAX(${column})-${x})/(MAX(${column})-MIN(${column}))`
  return `IF(MAX(${column})=MIN(${column}),"",${within(low, high, ratio)})`
}

const meanOf = (benchmark: Benchmark, { column, group, groups, benchmark: k }: FormulaPlaces): string | null => {
  if (typeof benchmark === 'number') return k
  if (benchmark.of !== 'mean') return null
  if (benchmark.by === undefined) return `(${k}*AVERAGE(${column}))`
  return group === null || groups === null ? null : `(${k}*AVERAGEIF(${groups},${group},${column}))`
}

const held = ({ floor, cap }: FormulaPlaces, ratio: string): string => {
  const above = floor === null ? ratio : `MAX(${floor},${ratio})`
  return cap === null ? above : `MIN(${cap},${above})`
}

const byBenchmark = (indicator: Indicator, places: FormulaPlaces): string | null => {
  const by = indicator.benchmark === undefined ? null : meanOf(indicator.benchmark, places)
  if (by === null) return null
  const { x, cap, scale } = places
  if (indicator.direction === 1) return `${held(places, `${x}/${by}`)}*${scale}`
  return `IF(${x}>0,${held(places, `${by}/${x}`)}*${scale},${cap === null ? '""' : `${cap}*${scale}`})`
}

const byGoalposts = (
  indicator: Indicator,
  places: FormulaPlaces,
  spec: Extract<Normalisation, { method: 'goalposts' | 'distance-to-frontier' }>,
): string | null => {
  const range = spec.range ?? ([0, spec.method === 'goalposts' ? 1 : 100] as const)
  const posts = indicator.goalposts
  if (!posts) return spec.method === 'goalposts' ? null : between(places, indicator.direction, range)
  if ('worst' in posts && (posts.scale === 'log' || (posts.power ?? 1) !== 1)) return null
  const isTurned = !('worst' in posts) && posts[0] < posts[1] && indicator.direction === -1
  const [first, second] = 'worst' in posts ? [posts.worst, posts.best] : posts
  const [worst, best] = isTurned ? [second, first] : [first, second]
  const ratio = `(${num(worst)}-${places.x})/(${num(worst)}-${num(best)})`
  return within(range[0], range[1], (spec.clamp ?? true) ? `MIN(1,MAX(0,${ratio}))` : ratio)
}

/**
 * The score of one value as Excel reckons it, before gaps are filled; null for a method a sheet does not carry, whose scores
 * stand as numbers. A value that is not there has none.
 */
export const scoreFormula = (scheme: Scheme, indicator: Indicator, places: FormulaPlaces): string | null => {
  const spec = indicator.normalise ?? scheme.normalise
  const { direction } = indicator
  const score = (): string | null => {
    switch (spec.method) {
      case 'none':
        return direction === 1 ? places.x : `-${places.x}`
      case 'minmax':
        return between(places, direction, spec.range ?? [0, 100])
      case '20+80':
        return between(places, direction, [20, 100])
      case 'benchmark':
        return byBenchmark(indicator, places)
      case 'goalposts':
      case 'distance-to-frontier':
        return byGoalposts(indicator, places, spec)
      default:
        return null
    }
  }
  const made = score()
  return made === null ? null : `IF(${places.x}="","",${made})`
}

/**
 * What a gap counts as, over the raw scores; null where the rule leaves it a gap. Where those with a value cannot be told
 * apart the item is left out for all; where nobody has one, all score nothing.
 */
export const fillFormula = (
  scheme: Scheme,
  indicator: Indicator,
  { x, xColumn, raw, rawColumn }: { x: string; xColumn: string; raw: string; rawColumn: string },
): string | null => {
  const rule = indicator.missing ?? scheme.missing
  if (rule !== 'mean-score' && rule !== 'zero') return null
  const spec = indicator.normalise ?? scheme.normalise
  const filled = (by: string, unless: string): string => `IF(${x}="",IF(${unless},"",${by}),${raw})`
  if (rule === 'mean-score') return filled(`AVERAGE(${rawColumn})`, `COUNT(${rawColumn})=0`)
  if (spec.method === 'none') return filled(`MIN(${rawColumn})`, `COUNT(${rawColumn})=0`)
  const least = spec.method === '20+80' ? 20 : 'range' in spec && spec.range ? spec.range[0] : 0
  return filled(num(least), `AND(COUNT(${rawColumn})=0,COUNT(${xColumn})>0)`)
}

/** A node from its parts: the mean over those that are there, their weights made to sum to 1; null for other methods. */
export const nodeFormula = (method: string, parts: readonly { cell: string; weight: string }[]): string | null => {
  if (method !== 'arithmetic') return null
  const weights = parts.map(({ cell, weight }) => `IF(${cell}="",0,${weight})`).join('+')
  const sum = parts.map(({ cell, weight }) => `IF(${cell}="",0,${cell}*${weight})`).join('+')
  return `IF((${weights})=0,"",(${sum})/(${weights}))`
}
