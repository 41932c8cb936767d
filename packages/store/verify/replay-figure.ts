import type { LocalDate } from '@yundiao/kernel'
import { daysInSight, movedBy, type ReleaseMove } from '../door/figure-days.ts'

/** A vintage as its event told it; `order` and `leafNo` are its place in the stream of figures. */
export type Told = {
  vintage: number
  order: number
  leafNo: number
  knownOn: LocalDate
  at: string
  releaseAt: string
  state: string
  isOpenRegion: boolean
}

/** A release of one vintage; `follows` is the number of the figure event it came after. */
export type Move = { vintage: number; follows: number } & (
  | (ReleaseMove & { isOpenRegion: boolean })
  /** A demonstration figure that was removed: it ends on that day. */
  | { removedOn: LocalDate }
)

type Release = Exclude<Move, { removedOn: LocalDate }>

/** What later commits move of a vintage, as it must stand now. */
export type Standing = {
  state: string
  recorded_at: string
  release_at: string
  release_on: string
  known_to: string
  opened_on: string | null
  open_to: string
  /** Whether its passport is open to everybody. */
  open: boolean
}

export type Slot = { release_at: string; state: string }

/** The vintages of one figure by number, and its slot, which holds no value. */
export type Replayed = { vintages: Map<number, Standing & { known_on: LocalDate }>; slot: Slot | null }

const FOREVER = 'infinity'

const tell = (replayed: Replayed, told: Told): void => {
  const { knownOn, at, releaseAt, state } = told
  const days = daysInSight({ knownOn, at, releaseAt, isReleased: state === 'released' })
  for (const [vintage, before] of replayed.vintages) {
    if (vintage >= told.vintage) continue
    if (before.known_to === FOREVER) before.known_to = days.until
    if (days.openedOn !== null && before.opened_on !== null && before.open_to === FOREVER) before.open_to = days.until
  }
  replayed.vintages.set(told.vintage, {
    state,
    known_on: knownOn,
    recorded_at: at,
    release_at: releaseAt,
    release_on: days.releaseOn,
    known_to: FOREVER,
    opened_on: days.openedOn,
    open_to: FOREVER,
    open: state === 'released' && told.isOpenRegion,
  })
  replayed.slot = { release_at: releaseAt, state }
}

const later = (a: string, b: string): string => (a > b ? a : b)

const remove = (replayed: Replayed, { vintage, removedOn }: Extract<Move, { removedOn: LocalDate }>): void => {
  const held = replayed.vintages.get(vintage)
  if (!held) return
  held.known_to = later(held.known_on, removedOn)
  if (held.opened_on !== null) held.open_to = later(held.opened_on, removedOn)
}

const move = (replayed: Replayed, release: Release): void => {
  const held = replayed.vintages.get(release.vintage)
  if (!held) return
  const isLocked = held.release_at > release.at
  const { until, ...next } = movedBy(release, {
    ...held,
    release_on: held.release_on as LocalDate,
    opened_on: held.opened_on as LocalDate | null,
  })
  const before = replayed.vintages.get(release.vintage - 1)
  if (before && isLocked) before.known_to = until
  for (const [vintage, earlier] of replayed.vintages) {
    if (vintage >= release.vintage || next.opened_on === null || earlier.opened_on === null) continue
    if (earlier.open_to === FOREVER || (isLocked && earlier.open_to > next.opened_on)) earlier.open_to = until
  }
  Object.assign(held, next, {
    state: release.state,
    open: held.open || (release.state === 'released' && release.isOpenRegion),
  })
  replayed.slot = { release_at: next.release_at, state: release.state }
}

/**
 * How the vintages of one figure stand after all that events say of them. `told` in the order of the stream of figures,
 * `moves` in that of releases.
 */
export const replayFigure = (told: readonly Told[], moves: readonly Move[]): Replayed => {
  const replayed: Replayed = { vintages: new Map(), slot: null }
  const waiting = [...moves]
  const moveUpTo = (order: number): void => {
    while (waiting[0] && waiting[0].follows < order) {
      const [next] = waiting.splice(0, 1)
      if (next) 'removedOn' in next ? remove(replayed, next) : move(replayed, next)
    }
  }
  for (const one of told) {
    moveUpTo(one.order)
    tell(replayed, one)
  }
  moveUpTo(Number.POSITIVE_INFINITY)
  return replayed
}
