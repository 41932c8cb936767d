import type { Reject, Repeat } from './import-types.ts'
import { printSeries } from './series-key.ts'
import type { FigureDraft } from './types.ts'

/** A draft and the row and column it came from. */
export type PlacedDraft = { row: number; column: string; draft: FigureDraft }

/** What must be unique: series, region and period. */
export const draftKey = (draft: FigureDraft): string => `${printSeries(draft.series)} ${draft.region} ${draft.period}`

const isEarlier = (a: FigureDraft, b: FigureDraft): boolean =>
  a.knownOn !== undefined && (b.knownOn === undefined || a.knownOn < b.knownOn)

/** Two statements of one fact: the one known first stands; between equals the one met first. */
const firstKnown = (held: FigureDraft, next: FigureDraft): FigureDraft => (isEarlier(next, held) ? next : held)

const conflict = (held: PlacedDraft, next: PlacedDraft): Reject => ({
  row: next.row,
  column: next.column,
  value: next.draft.printed ?? '',
  code: 'duplicate',
  message: `第${next.row}行“${next.column}”列：与第${held.row}行是同一指标、地区和期别，数却不同：请删去一行，修订数另行报送`,
})

/** Merges rows of one file that repeat each other and rejects those that contradict an earlier row. */
export const mergeRepeats = (
  placed: readonly PlacedDraft[],
): { drafts: FigureDraft[]; rejects: Reject[]; repeats: Repeat[] } => {
  const held = new Map<string, PlacedDraft>()
  const rejects: Reject[] = []
  const repeats: Repeat[] = []
  for (const next of placed) {
    const key = draftKey(next.draft)
    const before = held.get(key)
    if (!before) held.set(key, next)
    else if (before.draft.value !== next.draft.value) rejects.push(conflict(before, next))
    else {
      repeats.push({ row: next.row, of: before.row })
      held.set(key, { ...before, draft: firstKnown(before.draft, next.draft) })
    }
  }
  return { drafts: [...held.values()].map((item) => item.draft), rejects, repeats }
}

export type Merged = { drafts: FigureDraft[]; conflicts: { kept: FigureDraft; dropped: FigureDraft }[] }

/**
 * Joins drafts of several files, which often print the same release. Equal values are one figure, known since the
 * earlier source; a value stands before a gap; of two different values the one of the earlier file is kept and the
 * other is listed, for a person to judge.
 */
export const mergeDrafts = (files: readonly (readonly FigureDraft[])[]): Merged => {
  const held = new Map<string, FigureDraft>()
  const conflicts: Merged['conflicts'] = []
  for (const draft of files.flat()) {
    const key = draftKey(draft)
    const before = held.get(key)
    if (!before || (before.value === null && draft.value !== null)) held.set(key, draft)
    else if (draft.value === null) continue
    else if (before.value === draft.value) held.set(key, firstKnown(before, draft))
    else conflicts.push({ kept: before, dropped: draft })
  }
  return { drafts: [...held.values()], conflicts }
}
