import type { Cite, LocalDate } from '@yundiao/kernel'
import { draftKey } from './merge-drafts.ts'
import { printSeries } from './series-key.ts'
import type { FigureDraft, SeriesKey } from './types.ts'

/** A day on which a value is cited as released, with the value as first printed (canonical). */
export type CitedRelease = {
  series: SeriesKey
  region: string
  period: string
  releasedOn: LocalDate
  value: number
  cite: Cite
}

const isSameValue = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9

/**
 * Gives figures whose file was exported years later the day their value was first released. Only where the cited value
 * equals the stored one: a stored value that differs was revised since, and was not known on that day.
 */
export const datedByReleases = (
  drafts: readonly FigureDraft[],
  releases: readonly CitedRelease[],
): readonly FigureDraft[] => {
  const cited = new Map(
    releases.map((release) => [`${printSeries(release.series)} ${release.region} ${release.period}`, release]),
  )
  return drafts.map((draft) => {
    const release = cited.get(draftKey(draft))
    if (!release || draft.value === null || !isSameValue(draft.value, release.value)) return draft
    if (draft.knownOn !== undefined && draft.knownOn <= release.releasedOn) return draft
    const note = [draft.note, `发布日期据${release.cite.document}`].filter(Boolean).join('；')
    return { ...draft, knownOn: release.releasedOn, note }
  })
}

/** The figures known on a day (end of the day); those without a dated source are known from the day they are loaded. */
export const knownOn = (drafts: readonly FigureDraft[], on: LocalDate, loadedOn: LocalDate): readonly FigureDraft[] =>
  drafts.filter((draft) => (draft.knownOn ?? loadedOn) <= on)
