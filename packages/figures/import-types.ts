import type { Grade, ProblemCode } from '@yundiao/kernel'
import type { Catalogue } from './catalogue.ts'
import type { FigureDraft } from './types.ts'

/** A file as the shell read it: the name shown in 出处, its text and the SHA-256 of its bytes. */
export type SourceFile = { name: string; text: string; sha256: string }

/** Says that a region's rows of a period are of a concept (口径) of their own. */
export type ConceptRule = { region: string; period: string; indicator?: string; concept: string; why: string }

/** How a label after the colon of an indicator's name becomes a dimension: 行业产值:食品制造业 → { industry: 'C14' }. */
export type DimensionRule = { dimension: string; values: Readonly<Record<string, string>> }

/** What the rows of a file are read against. */
export type ImportContext = {
  catalogue: Catalogue
  /** Codes of the pack's regions. */
  regions: ReadonlySet<string>
  /** Zones have no statutory code: the name as written → the pack's id. */
  zones: Readonly<Record<string, string>>
  concepts: readonly ConceptRule[]
  dimensions: Readonly<Record<string, DimensionRule>>
  /** Rank rows: gdp_growth_rank → the indicator and what is ranked. */
  ranks: Readonly<Record<string, { indicator: string; by: 'level' | 'growth' }>>
  /** Name of the mapping, kept in every passport. */
  mapping: string
}

/** A cell that was not taken, and how to mend it. */
export type Reject = { row: number; column: string; value: string; code: ProblemCode; message: string }

/** A row that says again what an earlier row said. */
export type Repeat = { row: number; of: number }

export type Imported = {
  drafts: readonly FigureDraft[]
  rejects: readonly Reject[]
  repeats: readonly Repeat[]
  /** Rows left out on purpose, by what they hold. */
  skipped: Readonly<Record<string, number>>
}

/** Grade of a source cell: 二手 and undated gaps are unverified, first releases are read in a secondary copy. */
export const gradeOf = (status: string, note: string): Grade =>
  status === '初步核算' && !note.includes('二手') ? 'B' : 'C'
