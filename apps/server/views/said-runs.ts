import type { Said } from '@yundiao/analysis'
import type { Run } from '@yundiao/briefings'

/** A sentence of a finding as runs of a paper: the same words, the same figures. */
export const runsOfSaid = (sentence: readonly Said[]): readonly Run[] =>
  sentence.map((part): Run => ('free' in part ? { free: part.free, as: 'period' } : part))
