export type PaperRow = {
  id: string
  kind: string
  title: string
  meeting: string | null
  asKnownOn: string
  madeAt: string
  by: string
  figures: number
  code: string
  file: string
}

export type RuleRow = {
  id: string
  title: string
  versions: {
    from: string
    to: string | null
    grade: string
    cite: { document: string; number?: string | null; article?: string | null; url?: string | null }
    words: string
    vectors: { passed: number; total: number }
  }[]
}
