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
  const most = cap === null ? '""' : `${cap}*${scale}`
  const score =
    indicator.direction === 1
      ? `${held(places, `${x}/${by}`)}*${scale}`
      : `IF(${x}>0,${held(places, `${by}/${x}`)}*${scale},${most})`
  // A mean of 0 or below is no measure.
  return typeof indicator.benchmark === 'number' ? score : `IF(${by}>0,${score},"")`
}

const byGoalposts = (
  indicator: Indicator,
  places: FormulaPlaces,
  spec: Extract<Normalisation, { method: 'goalposts' | 'distance-to-frontier' }>,
): string | null => {
  const [low, high] = spec.range ?? ([0, spec.method === 'goalposts' ? 1 : 100] as const)
  const posts = indicator.goalposts
  const { x } = places
  if (!posts) return spec.method === 'goalposts' ? null : between(places, indicator.direction, [low, high])
  const isTurned = !('worst' in posts) && posts[0] < posts[1] && indicator.direction === -1
  const [first, second] = 'worst' in posts ? [posts.worst, posts.best] : posts
  const [worst, best] = isTurned ? [second, first] : [first, second]
  const [power, isLog] = 'worst' in posts ? [posts.power ?? 1, posts.scale === 'log'] : [1, false]
  const at = (value: string): string => (isLog ? `LN(${value})` : value)
  const ratio = `(${at(num(worst))}-${at(x)})/(${at(num(worst))}-${at(num(best))})`
  const clamp = spec.clamp ?? true
  const kept = clamp ? `MIN(1,MAX(0,${ratio}))` : ratio
  const score = within(low, high, power === 1 ? kept : `SIGN(${kept})*ABS(${kept})^${power}`)
  if (!isLog) return score
  const atNought = clamp ? num(worst < best ? low : high) : '""'
  return `IF(${x}<=0,IF(${x}=0,${atNought},""),${score})`
}

/** Scores against the rest of the column; equals and columns of one value as the engine has them. */
const byColumn = (indicator: Indicator, { x, column }: FormulaPlaces, spec: Normalisation): string | null => {
  const { direction, target } = indicator
  const sign = direction === 1 ? '' : '-'
  const isFlat = `MAX(${column})=MIN(${column})`
  // Units with less, in the direction of the indicator.
  const below = `(RANK(${x},${column},${direction === 1 ? 1 : 0})-1)`
  switch (spec.method) {
    case 'zscore':
      return `IF(${isFlat},"",${num(spec.mean ?? 0)}+${sign}(${x}-AVERAGE(${column}))/STDEV(${column})*${num(spec.deviation ?? 1)})`
    case 'rank':
      return (spec.ties ?? 'min') === 'min' ? `${below}+1` : null
    case 'borda':
      return below
    case 'percentile':
      return `IF(COUNT(${column})<2,"",${below}/(COUNT(${column})-1))`
    case 'vector':
      return `IF(SUMSQ(${column})=0,"",${sign}${x}/SQRT(SUMSQ(${column})))`
    case 'share-of-best': {
      const best = `${direction === 1 ? 'MAX' : 'MIN'}(${column})`
      return `IF(${best}=0,"",${x}/${best})`
    }
    case 'distance-to-target': {
      if (target === undefined) return null
      const least = `${direction === 1 ? 'MIN' : 'MAX'}(${column})`
      const score = `1-(${num(target)}-${x})/(${num(target)}-${least})`
      return `IF(${num(target)}=${least},"",${spec.cap ? `MIN(1,${score})` : score})`
    }
    default:
      return null
  }
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
      case 'distance-to-best':
        return between(places, direction, [0, 1])
      default:
        return byColumn(indicator, places, spec)
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

/** Excel takes 8,192 characters a formula; a part takes up to 110 of them, in the longer means 175. */
const MOST_PARTS = { arithmetic: 70, geometric: 44, harmonic: 44 } as const

/**
 * A node from its parts: the mean over those that are there, their weights made to sum to 1, a geometric or harmonic one 0
 * where a part is; null for other methods, and for more parts than a formula holds.
 */
export const nodeFormula = (method: string, parts: readonly { cell: string; weight: string }[]): string | null => {
  if (method !== 'arithmetic' && method !== 'geometric' && method !== 'harmonic') return null
  if (parts.length > MOST_PARTS[method]) return null
  const weights = parts.map(({ cell, weight }) => `IF(${cell}="",0,${weight})`).join('+')
  const summed = (into: (cell: string) => string): string =>
    parts.map(({ cell, weight }) => `IF(${cell}="",0,${into(cell)}*${weight})`).join('+')
  if (method === 'arithmetic') return `IF((${weights})=0,"",(${summed((cell) => cell)})/(${weights}))`
  const isNought = `OR(${parts.map(({ cell, weight }) => `AND(${cell}<>"",${cell}=0,${weight}>0)`).join(',')})`
  const guarded = (cell: string, by: string): string => `IF(${cell}=0,0,${by})`
  const mean =
    method === 'geometric'
      ? `EXP((${summed((cell) => guarded(cell, `LN(${cell})`))})/(${weights}))`
      : `(${weights})/(${summed((cell) => guarded(cell, `1/${cell}`))})`
  return `IF((${weights})=0,"",IF(${isNought},0,${mean}))`
}
