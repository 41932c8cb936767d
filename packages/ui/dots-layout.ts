import { daysBetween, type LocalDate } from '@yundiao/kernel'

/** One published point: where it stands in time, its value, and the 口径 it belongs to. */
export type DotPoint = { period: string; starts: LocalDate; ends: LocalDate; value: number | null; concept: string }

export type Segment<P extends DotPoint> = P[]

const monthsOf = (point: DotPoint): number =>
  (Number(point.ends.slice(0, 4)) - Number(point.starts.slice(0, 4))) * 12 +
  Number(point.ends.slice(5, 7)) -
  Number(point.starts.slice(5, 7)) +
  1

/**
 * Whether b is the release right after a in one series: single periods that touch (same length), or cumulative periods
 * of one year (same start) a month or a quarter apart. Cumulative series break at each New Year.
 */
export const isNext = (a: DotPoint, b: DotPoint): boolean => {
  if (a.concept !== b.concept || a.value === null || b.value === null) return false
  if (a.starts === b.starts) {
    const step = monthsOf(b) - monthsOf(a)
    return step === 1 || (step === 3 && monthsOf(a) % 3 === 0)
  }
  return daysBetween(a.ends, b.starts) === 1 && monthsOf(a) === monthsOf(b) && monthsOf(a) <= 12
}

/** Points in order of time, cut wherever a line would claim what nobody published. Missing values belong nowhere. */
export const lineSegments = <P extends DotPoint>(points: readonly P[]): Segment<P>[] => {
  const known = points.filter((p) => p.value !== null).sort((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : 0))
  const segments: Segment<P>[] = []
  for (const point of known) {
    const current = segments.at(-1)
    const last = current?.at(-1)
    if (current && last && isNext(last, point)) current.push(point)
    else segments.push([point])
  }
  return segments
}

const STEPS = [1, 2, 2.5, 5, 10]

/** Three to seven round ticks covering the values. Equal values get room above and below. */
export const niceTicks = (values: readonly number[]): number[] => {
  if (values.length === 0) return []
  const low = Math.min(...values)
  const high = Math.max(...values)
  const span = high - low || Math.abs(high) || 1
  const magnitude = 10 ** Math.floor(Math.log10(span / 4))
  const step = (STEPS.find((s) => s * magnitude >= span / 4) ?? 10) * magnitude
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}
