import { Problem } from '@yundiao/kernel'
import { type EvaluationVersion, readInputs } from '@yundiao/scorecards'
import type { KeptInputs, KeptScheme } from './kept.ts'

/** Rows of a year as they stand, read into a version's scheme. Throws Problem evaluation.refused with the places. */
export const gatherInputs = (
  evaluation: KeptScheme['evaluation'],
  version: EvaluationVersion,
  { rows, track }: { rows: KeptInputs['rows']; track: string | null },
): KeptInputs => {
  const whole = { ...evaluation, versions: [version] }
  const read = readInputs(whole, version, { rows, ...(track === null ? {} : { track }) })
  if (read.kind === 'refused') throw new Problem('evaluation.refused', read.message, { places: [...read.places] })
  return { rows, read }
}
