import type { ReleaseState } from '@yundiao/figures'
import { addDays, type LocalDate, Problem } from '@yundiao/kernel'
import { dayInCity } from '../read/day-in-city.ts'

const later = <T extends string>(a: T, b: T): T => (a > b ? a : b)

/** When a vintage comes into sight, and until when the one before it holds. */
export type Days = {
  /** For its own regions: the day it is known, or the day its lock lifts. */
  releaseOn: LocalDate
  /** For everybody, where its region is open; null while it is not released. */
  openedOn: LocalDate | null
  /**
   * The first day on which the vintage before no longer holds. A lock lifts within a day, and until that minute the one
   * before is what people see: it holds through that day, and the newer wins as soon as it is in sight.
   */
  until: LocalDate
}

export const daysInSight = (told: { knownOn: LocalDate; at: string; releaseAt: string; isReleased: boolean }): Days => {
  if (told.releaseAt <= told.at)
    return { releaseOn: told.knownOn, openedOn: told.isReleased ? told.knownOn : null, until: told.knownOn }
  const releaseOn = later(told.knownOn, dayInCity(new Date(told.releaseAt)))
  return { releaseOn, openedOn: told.isReleased ? releaseOn : null, until: addDays(releaseOn, 1) }
}

/** An instant as it is hashed and compared, `…Z` with milliseconds. Throws Problem input.invalid. */
export const instantOf = (text: string): string => {
  const at = new Date(text)
  if (Number.isNaN(at.getTime()))
    throw new Problem('input.invalid', `时间 ${text} 写法不识别，应如 2022-04-26T10:00:00+08:00`)
  return at.toISOString()
}

/** A held vintage as far as a release moves it. */
export type Held = { known_on: LocalDate; release_at: string; release_on: LocalDate; opened_on: LocalDate | null }

/** A release: when it is done, on which business day, and from when the figure may be seen. */
export type ReleaseMove = { at: string; today: LocalDate; releaseAt: string; state: Exclude<ReleaseState, 'reported'> }

/**
 * The next state of a held figure. A lock may be moved while it holds; a figure already in sight cannot be locked again,
 * and keeps the day on which its own regions came to see it.
 */
export const movedBy = (
  { at, today, releaseAt, state }: ReleaseMove,
  held: Held,
): Omit<Held, 'known_on'> & { until: LocalDate } => {
  const isReleased = state === 'released'
  if (held.release_at > at) {
    const knownOn = releaseAt > at ? held.known_on : later(held.known_on, today)
    const days = daysInSight({ knownOn, at, releaseAt, isReleased })
    return { release_at: releaseAt, release_on: days.releaseOn, opened_on: days.openedOn, until: days.until }
  }
  if (releaseAt > at)
    throw new Problem('state.illegal', '这个数已经可以查阅，不能再设未来的发布时间；发布时间请在报送时设定')
  const openedOn = isReleased ? (held.opened_on ?? later(held.release_on, today)) : held.opened_on
  return {
    release_at: held.release_at,
    release_on: held.release_on,
    opened_on: openedOn,
    until: openedOn ?? held.release_on,
  }
}
