/** A stretch of a sentence: words, words that hold a figure, or a number worked out (测算). */
export type SaidPart =
  | { text: string }
  | { free: string }
  | { figure: string; shown: string; mark?: '演示' | '预计' | undefined }
  | { formula: { id: string; version: number; words: string; inputs: string[] }; shown: string }
export type Sentences = SaidPart[][]

export type FindingRow = {
  id: string
  kind: string
  kindLabel: string
  indicator: string
  label: string
  /** The indicator's own name: 行业产值 where the label is of one industry. */
  indicatorLabel: string
  region: string
  regionName: string
  scope: 'city' | 'county'
  period: string
  sentences: Sentences
  questions: Sentences
  since: string | null
  rarity: string | null
  lacks: ('target' | 'history')[]
  leadUnit: { id: string; name: string } | null
  leader: string | null
  marks: ('演示' | '内部')[]
  basis: { words: string; figures: number } | null
  drag: { ask: string; indicator: string; by: string | null; region: string | null } | null
  suggestedTitle: string
  item: { id: string; number: string } | null
}

export type Inquiry = { unit: { id: string; name: string } | null; questions: Sentences }

export type QuickReport = {
  text: string
  sentences: Sentences
  length: number
  most: number
  leftOut: { why: string; names: string[] }[]
}

export type FindingsPage = {
  period: string
  periodWords: string
  asKnownOn: string
  findings: FindingRow[]
  inquiries: Inquiry[]
  quick: QuickReport
  notes: string[]
}
