import { addDays, type LocalDate } from '@yundiao/kernel'
import { dayInCity } from '../read/day-in-city.ts'

export const later = <T extends string>(a: T, b: T): T => (a > b ? a : b)

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
