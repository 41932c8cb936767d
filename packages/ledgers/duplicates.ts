import type { LedgerDefinition } from './definition.ts'
import type { Values } from './entry.ts'
import { searchForm } from './grams.ts'

/** `unique`: an identifier met before, which cannot be stored. `key`: the same name, which a person has to judge. */
export type Duplicate = {
  kind: 'unique' | 'key'
  field: string
  value: string
  row: number
  /** The row of the file met first, or `stored` for an entry already in the ledger. */
  of: number | 'stored'
}

/** Values already in the ledger by field, in the form of doubleForm. */
export type StoredValues = Readonly<Record<string, ReadonlySet<string>>>

/** The form values are compared in: width and case folded, no blanks. */
export const duplicateForm = (value: string): string => searchForm(value).replace(/\s+/gu, '')

/** What a row is met again by in a field: an identifier alone, a name with what tells rows of one name apart. Null: no value. */
export const doubleForm = (definition: LedgerDefinition, field: string, values: Readonly<Values>): string | null => {
  const value = values[field]
  if (value === null || value === undefined) return null
  const apart = field === definition.key && !definition.fields[field]?.unique ? (definition.keyWith ?? []) : []
  return [duplicateForm(String(value)), ...apart.map((name) => duplicateForm(String(values[name] ?? '')))].join('\n')
}

/** Rows of a file whose identifier or name was met before, in the file or in the ledger. Names only exactly alike. */
export const findDuplicates = (
  definition: LedgerDefinition,
  rows: readonly { row: number; values: Readonly<Values> }[],
  stored: StoredValues = {},
): Duplicate[] => {
  const duplicates: Duplicate[] = []
  const names = Object.keys(definition.fields).filter(
    (name) => definition.fields[name]?.unique || name === definition.key,
  )
  for (const field of names) {
    const kind = definition.fields[field]?.unique ? 'unique' : 'key'
    const met = new Map<string, number>()
    for (const { row, values } of rows) {
      const form = doubleForm(definition, field, values)
      if (form === null) continue
      const of = met.get(form) ?? (stored[field]?.has(form) ? 'stored' : undefined)
      if (of !== undefined) duplicates.push({ kind, field, value: String(values[field]), row, of })
      else met.set(form, row)
    }
  }
  return duplicates.sort((a, b) => a.row - b.row)
}
