import type { Sensitivity } from '@yundiao/kernel'

/** A duty the city pack maps to a unit: `duty('natural-resources')`. */
export type Duty = { duty: string }
export const duty = (name: string): Duty => ({ duty: name })

export type FieldKind =
  | 'text'
  | 'long-text'
  | 'choice'
  | 'integer'
  | 'number'
  | 'ratio'
  | 'money'
  | 'area'
  | 'day'
  | 'boolean'
  | 'link'
  | 'unit'
  | 'person'
  | 'phone'

/** One column. Money is 元 outside the store and fen inside; area is ㎡; a ratio is 0–1. */
export type Field = {
  kind: FieldKind
  label: string
  /** Parent heads of a merged head, outermost first: ['2022年计划']. */
  under?: readonly string[]
  /** Unit printed in the sheet: 亿元, 万元, 亩, %. Conversion happens in ui, office and import only. */
  shownIn?: string
  required: boolean
  sensitivity: Sensitivity
  choices?: readonly string[]
  /** For a link: the ledger it points at. */
  ledger?: string
  /** Included in the text search. */
  searchable?: boolean
  /** For an identifier: unique when present. */
  unique?: boolean
}

export type LedgerDefinition = {
  /** `projects.project`: domain, dot, ledger. Table `l_projects_project`. */
  id: string
  title: string
  owner: Duty
  /** Field that names an entry to people. */
  key: string
  fields: Readonly<Record<string, Field>>
  /** States in the office's words, first is the initial one. */
  states: readonly string[]
  /** Allowed moves; all moves are allowed where it is left out. */
  moves?: Readonly<Record<string, readonly string[]>>
  source?: string
}
