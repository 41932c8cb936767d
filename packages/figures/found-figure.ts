import type { LocalDate } from '@yundiao/kernel'
import type { FigureRef, ReleaseState, Round, SeriesKey } from './types.ts'

/** A figure as the store finds it for a reader: one vintage, visible to that reader, as known on the day asked. */
export type FoundFigure = {
  series: SeriesKey
  region: string
  period: string
  value: number | null
  printed: string | null
  printedUnit: string | null
  ref: FigureRef
  round: Round | null
  state: ReleaseState
  knownOn: LocalDate | null
}

/** What a cell holds. `gap` is declared missing (缺), `unreported` no figure at all, `not-applicable` prints “—”. */
export type FigureCell =
  | { kind: 'figure'; figure: FoundFigure; value: number }
  | { kind: 'gap'; figure: FoundFigure }
  | { kind: 'unreported' }
  | { kind: 'not-applicable' }

export const cellOf = (figure: FoundFigure | undefined): FigureCell => {
  if (!figure) return { kind: 'unreported' }
  return figure.value === null ? { kind: 'gap', figure } : { kind: 'figure', figure, value: figure.value }
}
