/** A figure as the API hands it out. `shown` are the printed digits without unit: pages never round again. */
export type Fig = {
  ref: string
  value: number | null
  shown: string | null
  unitShown: string
  round: string | null
  mark: null | '测算' | '演示' | '缺'
  knownOn: string
  vintage: number
  state: 'reported' | 'approved' | 'released'
}

/** Why something cannot be computed, in words for people. */
export type Refusal = { kind: 'refused'; code: string; why: string }

export type Comparison = {
  kind: 'value'
  value: number
  shown: string
  unitShown: string
  formula: string
  /** The formula as people read it. */
  words?: string
  version: number
  inputs: string[]
}

export type Compare = Comparison | Refusal

export type PassportSource =
  | {
      kind: 'cell'
      file: string
      fileName: string
      sheet: string
      cell: string
      raw: string
      url: string | null
      date: string | null
      grade: string
      fileHash: string
    }
  | { kind: 'form' | 'manual' | 'formula' | 'count'; lines: string[]; inputs?: string[] }

/** Everything the 出处 of a figure shows. */
export type PassportView = {
  ref: string
  label: string
  region: { code: string; name: string }
  period: string
  periodWords: string
  shown: string | null
  unitShown: string
  concept: string
  originLabel: string
  round: string | null
  vintage: number
  vintages: { ref: string; shown: string | null; knownOn: string; recordedAt: string }[]
  knownOn: string
  recordedAt: string
  recordedBy: string
  release: { state: string; label: string; at: string | null }
  source: PassportSource
  note: string | null
  usedIn: { title: string; href: string }[]
  checks: string[]
}

/** RFC 9457 as our server writes it. */
export type ProblemView = {
  code: string
  title: string
  status: number
  detail: string
  details?: Readonly<Record<string, unknown>> | null
}
