import { type DotPoint, isNext, lineSegments } from './dots-layout.ts'

/** A point drawn: when, how much, and what is said of it. */
export type FanPoint = Omit<DotPoint, 'concept'> & {
  words: string
  /** On which side of a declared break it stands; points of two sides are not joined. */
  side?: string
}

/** A coming point with the bounds it lies between with 80 and 95 %. */
export type ComingPoint = FanPoint & {
  value: number
  low80: number
  high80: number
  low95: number
  high95: number
}

const bySide = <P extends FanPoint>(points: readonly P[]): (P & { concept: string })[] =>
  points.map((point) => ({ ...point, concept: point.side ?? '' }))

/** Points joined where releases touch; lone ones are segments of one. */
export const fanSegments = <P extends FanPoint>(points: readonly P[]): (P & { concept: string })[][] =>
  lineSegments(bySide(points))

const anchorOf = (point: FanPoint, value: number): ComingPoint => ({
  ...point,
  value,
  low80: value,
  high80: value,
  low95: value,
  high95: value,
})

/**
 * The stretches of the fan, each beginning at the last release where the first coming point touches it: cumulative
 * series break at New Year, so the fan does, too.
 */
export const fanStretches = (history: readonly FanPoint[], coming: readonly ComingPoint[]): ComingPoint[][] => {
  const last = fanSegments(history).at(-1)?.at(-1)
  const segments = fanSegments(coming)
  const [first] = segments
  const start = first?.[0]
  const joins = last && start && last.value !== null && isNext(last, { ...start, concept: last.concept })
  if (!joins || last.value === null) return segments
  const anchor = anchorOf(last, last.value)
  return segments.map((segment, k) => (k === 0 ? [anchor, ...segment] : segment))
}

type Place = (point: ComingPoint) => number

/** The outline of a band: along its upper bounds and back along the lower ones; a lone point is as wide as `half` twice. */
export const bandPath = (
  stretch: readonly ComingPoint[],
  at: { x: Place; low: Place; high: Place; half: number },
): string => {
  const [only] = stretch
  if (!only) return ''
  if (stretch.length === 1) {
    const [x, low, high] = [at.x(only), at.low(only), at.high(only)]
    return `M${x - at.half} ${high}H${x + at.half}V${low}H${x - at.half}Z`
  }
  const there = stretch.map((point) => `${at.x(point).toFixed(1)} ${at.high(point).toFixed(1)}`)
  const back = stretch.toReversed().map((point) => `${at.x(point).toFixed(1)} ${at.low(point).toFixed(1)}`)
  return `M${[...there, ...back].join('L')}Z`
}
