import type { RunRecord } from './kept.ts'

type Corrected = Pick<RunRecord, 'id' | 'replacedBy'>

/**
 * The run that stands after corrections of the one named, as far as the reader may see it. An objection stays with the run
 * it was filed against and is decided on the one that stands.
 */
export const standingRun = (records: readonly Corrected[], id: string): string => {
  const next = new Map(records.map((one) => [one.id, one.replacedBy]))
  const passed = new Set<string>()
  let at = id
  for (;;) {
    const to = next.get(at) ?? null
    if (to === null || !next.has(to) || passed.has(to)) return at
    passed.add(at)
    at = to
  }
}

/** The run named and those it corrects, itself first. */
export const correctedRuns = (records: readonly Corrected[], id: string): string[] => {
  const found = [id]
  for (const at of found)
    for (const one of records) if (one.replacedBy === at && !found.includes(one.id)) found.push(one.id)
  return found
}
