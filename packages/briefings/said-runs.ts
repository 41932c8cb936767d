import type { FigureRef } from '@yundiao/figures'
import type { Run } from './paper.ts'

/** A stretch of a finding's sentence, as `analysis` words it. */
export type SaidPart =
  | { text: string }
  | { free: string }
  | { figure: string; shown: string; mark?: '演示' | '预计' | undefined }
  | { formula: { id: string; version: number; inputs: readonly string[] }; shown: string }

/** A sentence of a finding as runs of a paper: figures and formulas bound as they are, periods, counts and names free. */
export const saidRuns = (said: readonly SaidPart[]): readonly Run[] =>
  said.map((part): Run => {
    if ('text' in part) return part
    if ('free' in part) return { free: part.free, as: 'period' }
    if ('formula' in part) {
      const { id, version, inputs } = part.formula
      return { formula: { id, version, inputs }, shown: part.shown }
    }
    const { figure, shown, mark } = part
    return { figure: figure as FigureRef, shown, ...(mark ? { mark } : {}) }
  })

/** The characters of a sentence. */
export const saidPartsText = (said: readonly SaidPart[]): string =>
  said.map((part) => ('text' in part ? part.text : 'free' in part ? part.free : part.shown)).join('')
