import { at } from '../numeric/vector.ts'

/**
 * One release of a series: `time` in months, the `place` it has in its year (values of one place are alike: March alone,
 * or January and February together) and the number as printed.
 */
export type Release = { time: number; place: string; value: number }

/** How a series is looked at: amounts move by ratios and have seasons; rates move by points and are year-on-year already. */
export type Look = { isAmount: boolean; isSeasonal: boolean }

/** What the last release of a series is beside its own past. */
export type Surprise = {
  /** Past moves it was weighed against. */
  moves: number
  /** Share of past moves as far from the usual, 0–1. */
  rarity: number
  /** What the past made likely, in the unit of the values. */
  expected: number
  isUnusual: boolean
  /** The number of the release before, or of a year before, said again to the last digit. */
  repeats: 'before' | 'last-year' | null
}

const FEWEST_MOVES = 8
/** Half a year to either side: the level an amount's season is measured from. */
const HALF_YEAR = 6
const LONGEST_GAP = 12
/** Spans of past releases the coming one is expected from; the one that erred least serves. */
const WINDOWS = [1, 3, 6] as const
const NORMAL_MAD = 1.4826
/** Deviations beyond which a move is asked about; more where few moves tell what is usual. */
const FAR = 3.6
const SHORT_PAST = 6
/** At most this share of past moves may have been as large; in a short past the two of one outlier, there and back. */
const RARE = 0.05
const ONE_OUTLIER = { moves: 2, among: 16 } as const
const EPSILON = 1e-12
/**
 * Some places of the year are restless (January and February with the festival between them, the first release of a
 * cumulative rate). Where the spread of past moves into a place, drawn towards that of all by the weight of so many
 * moves, is so many times that of all, it counts instead.
 */
const RESTLESS = { fewest: 4, times: 2, drawnBy: 8 } as const

/** Few values, as they mostly are here, sort fastest by insertion. */
const FEW = 32

const sorted = (values: readonly number[]): Float64Array => {
  const out = Float64Array.from(values)
  if (out.length > FEW) return out.sort()
  for (let i = 1; i < out.length; i += 1) {
    const value = at(out, i)
    let j = i - 1
    for (; j >= 0 && at(out, j) > value; j -= 1) out[j + 1] = at(out, j)
    out[j + 1] = value
  }
  return out
}

const median = (values: readonly number[]): number => {
  if (values.length <= 1) return values[0] ?? Number.NaN
  const inOrder = sorted(values)
  const middle = inOrder.length >> 1
  return inOrder.length % 2 === 1 ? at(inOrder, middle) : (at(inOrder, middle - 1) + at(inOrder, middle)) / 2
}

type Point = { time: number; place: string; y: number }

/** Each point less the level of the year around it: what its place in the year adds. */
const seasonsOf = (points: readonly Point[]): readonly number[] => {
  let [from, to] = [0, 0]
  return points.map(({ time, y }) => {
    while (time - (points[from]?.time ?? time) > HALF_YEAR) from += 1
    while (to < points.length && (points[to]?.time ?? time) - time <= HALF_YEAR) to += 1
    return y - median(points.slice(from, to).map((other) => other.y))
  })
}

/** Points without their season, each by the other years' alone, so that past and last are measured alike. */
const deseasoned = (past: readonly Point[], last: Point): { past: readonly (Point | null)[]; last: Point | null } => {
  const seasons = seasonsOf(past)
  const places = Map.groupBy(past.keys(), (i) => past[i]?.place ?? '')
  const less = (point: Point, self: number): Point | null => {
    const others = (places.get(point.place) ?? []).filter((i) => i !== self).map((i) => seasons[i] ?? 0)
    return others.length < 2 ? null : { ...point, y: point.y - median(others) }
  }
  return { past: past.map(less), last: less(last, -1) }
}

/** Each point less the median of the `window` before it; null after a gap of more than a year. */
const movesOf = (points: readonly Point[], window: number): readonly (number | null)[] =>
  points.map((point, i) => {
    const before = points.slice(Math.max(0, i - window), i)
    const nearest = before.at(-1)
    if (!nearest || before.length < window || point.time - nearest.time > LONGEST_GAP) return null
    return point.y - median(before.map(({ y }) => y))
  })

type Weighed = { moves: readonly number[]; last: number; usual: number; scale: number; allowed: number }

const spreadOf = (moves: readonly number[], usual: number): number =>
  NORMAL_MAD * median(moves.map((move) => Math.abs(move - usual)))

/** The spread a move is measured in: of all past moves, or of those into its own place of the year where it is restless. */
const scaleFor = (all: number, alike: readonly number[], usual: number): number => {
  if (alike.length < RESTLESS.fewest) return all
  const { drawnBy, times } = RESTLESS
  const own = (alike.length * spreadOf(alike, usual) ** 2 + drawnBy * all ** 2) / (alike.length + drawnBy)
  return Math.sqrt(own) > times * all ? Math.sqrt(own) : all
}

const weigh = (points: readonly Point[], window: number): Weighed | null => {
  const all = movesOf(points, window)
  const last = all.at(-1) ?? null
  const past = all.slice(0, -1).flatMap((move, i) => (move === null ? [] : [{ move, place: points[i]?.place ?? '' }]))
  if (last === null || past.length < FEWEST_MOVES) return null
  const moves = past.map(({ move }) => move)
  const usual = median(moves)
  const scale = spreadOf(moves, usual)
  const alike = past.filter(({ place }) => place === points.at(-1)?.place).map(({ move }) => move)
  return { moves, last, usual, scale, allowed: scaleFor(scale, alike, usual) }
}

/** The smallest step between neighbouring values: no spread is finer than half of it. */
const stepOf = (points: readonly Point[]): number => {
  const steps = points.slice(1).map((point, i) => Math.abs(point.y - (points[i]?.y ?? 0)))
  return Math.min(...steps.filter((step) => step > 1e-9), 1)
}

const significantDigits = (value: number): number =>
  String(Math.abs(Number(value.toPrecision(12))))
    .replace(/e.*$/u, '')
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length

/** What a number of three digits and more says again: the release before, that of a year before; null for neither. */
const repeatOf = (releases: readonly Release[], i: number): Surprise['repeats'] => {
  const own = releases[i]
  if (!own || significantDigits(own.value) < 3) return null
  if (releases[i - 1]?.value === own.value) return 'before'
  const earlier = releases.find(({ place, time }) => place === own.place && own.time - time === 12)
  return earlier?.value === own.value ? 'last-year' : null
}

/** The repetition of the last release, where repetitions are not usual in the series. */
const unusualRepeat = (releases: readonly Release[]): Surprise['repeats'] => {
  const last = repeatOf(releases, releases.length - 1)
  if (!last) return null
  const past = releases.slice(0, -1)
  return past.filter((_, i) => repeatOf(releases, i) !== null).length <= RARE * past.length ? last : null
}

/**
 * How unusual the last release of a series is, from its own past alone; null with fewer than eight past moves. A move is
 * what a release differs by from the median of those just before it (one, three or six of them, whichever erred least in
 * this series), amounts as ratios and freed of what their place in the year adds; its size is measured in median absolute
 * deviations from the usual move (Hampel 1974; Rousseeuw & Croux 1993), so that outliers of the past neither hide nor
 * make one. Unusual: far out and rarer than one in twenty, or a number said again. Does not weigh known causes (a holiday
 * that moves, a changed base): it says what is to be asked.
 */
export const surpriseOf = (releases: readonly Release[], look: Look): Surprise | null => {
  const last = releases.at(-1)
  const past = releases.slice(0, -1)
  if (!last || past.length < FEWEST_MOVES) return null
  const isLog = look.isAmount && past.every(({ value }) => value > 0)
  if (isLog && last.value <= 0) return noLongerPositive(past)
  const read = ({ time, place, value }: Release): Point => ({ time, place, y: isLog ? Math.log(value) : value })
  const freed = look.isSeasonal ? deseasoned(past.map(read), read(last)) : { past: past.map(read), last: read(last) }
  if (!freed.last) return null
  const line = [...freed.past.filter((point) => point !== null), freed.last]
  const best = bestOf(line)
  if (!best) return null
  const far = Math.abs(best.last - best.usual)
  const large = best.moves.filter((move) => Math.abs(move - best.usual) >= far - EPSILON).length
  const rarity = large / best.moves.length
  const isRare = rarity <= RARE || (large <= ONE_OUTLIER.moves && best.moves.length >= ONE_OUTLIER.among)
  const isFar = far > FAR * (1 + SHORT_PAST / best.moves.length) * Math.max(best.allowed, stepOf(line) / 2)
  const expected = read(last).y - best.last + best.usual
  const repeats = unusualRepeat(releases)
  return {
    moves: best.moves.length,
    rarity,
    expected: isLog ? Math.exp(expected) : expected,
    isUnusual: repeats !== null || (isFar && isRare),
    repeats,
  }
}

/** The window that erred least before. */
const bestOf = (line: readonly Point[]): Weighed | null => {
  const weighed = WINDOWS.map((window) => weigh(line, window)).filter((one) => one !== null)
  return weighed.length === 0 ? null : weighed.reduce((a, b) => (b.scale < a.scale ? b : a))
}

const noLongerPositive = (past: readonly Release[]): Surprise => ({
  moves: past.length,
  rarity: 0,
  expected: median(past.map(({ value }) => value)),
  isUnusual: true,
  repeats: null,
})
