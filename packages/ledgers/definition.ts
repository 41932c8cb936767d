import type { Role, Sensitivity } from '@yundiao/kernel'

/** A duty the city pack maps to a unit: `duty('natural-resources')`. */
export type Duty = { duty: string }
/** Names a duty of the city pack. */
export const duty = (name: string): Duty => ({ duty: name })

/** What a column holds; decides its SQL type, its form control and how a sheet's cell is read. */
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
  | 'geometry'

/** One column. Money is 元 outside the store and fen inside; area is ㎡; a ratio is 0–1. */
export type Field = {
  kind: FieldKind
  label: string
  /** Parent heads of a merged head, outermost first: ['2022年计划']. */
  under?: readonly string[]
  /** Unit printed in the sheet: 亿元, 万元, 亩, %. Conversion happens in ui, office and import only. */
  shownIn?: string
  /** A second unit printed beside the first, in a column of its own: 公顷 and 亩 of one area. */
  alsoShownIn?: string
  required: boolean
  sensitivity: Sensitivity
  choices?: readonly string[]
  /** For a link: the ledger it points at. */
  ledger?: string
  /** Included in the text search. */
  searchable?: boolean
  /** For an identifier: unique when present. */
  unique?: boolean
  /** Other words for this column in sheets of bureaus, matched when a sheet is dropped in. */
  synonyms?: readonly string[]
  /** Most characters of a text; 200 for text and 4,000 for long text where it is left out. */
  maxLength?: number
  /** Least and most canonical value of a number, ratio, money or area. */
  min?: number
  max?: number
  /** Shape that is warned about and never refused: real codes fail their own standards. */
  check?: 'uscc' | 'project-code'
  /** Kept in the table and in history, no longer offered in forms, sheets and exports. */
  hidden?: boolean
  /** Never a column of a sheet or a line of a form: an act sets it, and the entry's page shows what it stands for. */
  apart?: boolean
}

/** A question asked of a ledger every month, as a chip over it: 有需协调事项. All conditions hold. */
export type NamedFilter = {
  label: string
  when: readonly (
    | { field: string; op: 'is'; value: string | number | boolean }
    | { field: string; op: 'in'; values: readonly (string | number | boolean)[] }
    | { field: string; op: 'missing'; missing: boolean }
  )[]
}

/** A ledger as data: shipped and clerk-made ones have the same shape (DATA.md §3). */
export type LedgerDefinition = {
  /** `projects.project`: domain, dot, ledger. Table `l_projects_project`. */
  id: string
  title: string
  owner: Duty
  /** Field that names an entry to people. */
  key: string
  /** Fields that tell rows of one name apart: a year. Names alike are doubles only where these are alike too. */
  keyWith?: readonly string[]
  fields: Readonly<Record<string, Field>>
  /** States in the office's words, first is the initial one. */
  states: readonly string[]
  /** Allowed moves; all moves are allowed where it is left out. */
  moves?: Readonly<Record<string, readonly string[]>>
  /** Fields that are filled in anew each month; the others are looked at. */
  monthly?: readonly string[]
  filters?: readonly NamedFilter[]
  /** Text field that lists the names of the files attached to an entry, a line each, so that sheets show them. */
  attachments?: string
  source?: string
  /** Roles that may write beside those every ledger lets: departments answer what is asked of them. */
  writers?: readonly Role[]
}
