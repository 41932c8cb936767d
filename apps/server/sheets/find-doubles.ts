import {
  type Cell,
  duplicateForm,
  fieldOf,
  findDuplicates,
  fullLabel,
  isSealed,
  type LedgerDefinition,
  type LedgerRow,
} from '@yundiao/ledgers'
import type { Caller, Store } from '@yundiao/store'
import type { ImportResult, Reject } from './import-result.ts'
import type { Candidate } from './read-rows.ts'

const MOST_VALUES = 200

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

/** Stored entries whose field has one of these values, whatever day they are known from. */
const storedWith = async (
  store: Store,
  caller: Caller,
  ledger: string,
  field: string,
  values: readonly string[],
): Promise<LedgerRow[]> => {
  const found: LedgerRow[] = []
  for (const some of chunks([...new Set(values)], MOST_VALUES)) {
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<Store['entries']>> = await store.entries(caller, ledger, {
        filters: [{ field, op: 'in', values: some }],
        limit: MOST_VALUES,
        after,
      })
      found.push(...page.rows)
      after = page.next
    } while (after !== null)
  }
  return found
}

const textOf = (value: Cell | undefined): string | null => (typeof value === 'string' ? value : null)

type Known = { region: string | null; values: Readonly<Record<string, Cell>> }

/** Every open value the row gives is there already, and the place is the same: entering it would only double it. */
const saysNothingNew = (definition: LedgerDefinition, row: Known, known: Known, city: string): boolean =>
  (row.region ?? city) === (known.region ?? city) &&
  Object.entries(row.values).every(([name, value]) => {
    const field = fieldOf(definition, name)
    return value === null || !field || isSealed(field) || known.values[name] === value
  })

export type Doubles = { duplicates: ImportResult['duplicates']; rejected: Reject[]; same: ReadonlySet<Candidate> }

const openFields = (definition: LedgerDefinition): string[] =>
  Object.entries(definition.fields)
    .filter(([name, field]) => (field.unique || name === definition.key) && !isSealed(field))
    .map(([name]) => name)

/** Rows met before, in the file or in the caller's part of the ledger: identifiers are refused, names are told. */
export const findDoubles = async (
  store: Store,
  caller: Caller,
  definition: LedgerDefinition,
  candidates: readonly Candidate[],
): Promise<Doubles> => {
  const stored = new Map<string, LedgerRow[]>()
  for (const name of openFields(definition)) {
    const values = candidates.flatMap((one) => textOf(one.values[name]) ?? [])
    if (values.length > 0) stored.set(name, await storedWith(store, caller, definition.id, name, values))
  }
  const formsOf = (name: string, rows: readonly LedgerRow[]): Set<string> =>
    new Set(rows.flatMap((row) => textOf(row.values[name]) ?? []).map(duplicateForm))
  const found = findDuplicates(
    definition,
    candidates.map(({ values }, row) => ({ row, values })),
    Object.fromEntries([...stored].map(([name, rows]) => [name, formsOf(name, rows)])),
  )
  const result = { duplicates: [] as ImportResult['duplicates'], rejected: [] as Reject[], same: new Set<Candidate>() }
  for (const { field, kind, value, row, of } of found) {
    const candidate = candidates[row]
    if (!candidate) continue
    const form = duplicateForm(value)
    const others: readonly Known[] =
      of === 'stored'
        ? (stored.get(field) ?? []).filter((one) => duplicateForm(String(one.values[field] ?? '')) === form)
        : candidates.slice(of, of + 1)
    const where = of === 'stored' ? `台账中的“${value}”` : `本表第 ${candidates[of]?.row ?? 0} 行`
    const same = others.some((other) => saysNothingNew(definition, candidate, other, caller.city))
    if (same) result.same.add(candidate)
    if (kind === 'key' || same) result.duplicates.push({ row: candidate.row, of: [where], same })
    else {
      const cell = candidate.cellOf(field)
      const label = fullLabel(
        definition.fields[field] ?? { kind: 'text', label: field, required: false, sensitivity: 'public' },
      )
      const message = `${cell} ${label}：与${where}相同，请查重后只留一条`
      result.rejected.push({ sheet: candidate.sheet, cell, value, code: 'duplicate', message })
    }
  }
  return result
}
