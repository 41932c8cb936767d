import {
  type Cell,
  doubleForm,
  type Field,
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

const openFields = (definition: LedgerDefinition): [string, Field][] =>
  Object.entries(definition.fields).filter(
    ([name, field]) => (field.unique || name === definition.key) && !isSealed(field),
  )

/** Stored entries by the form their words are compared in. */
type ByForm = ReadonlyMap<string, readonly LedgerRow[]>

const byForm = (definition: LedgerDefinition, rows: readonly LedgerRow[], field: string): ByForm =>
  Map.groupBy(rows, (row) => doubleForm(definition, field, row.values) ?? '')

const readStored = async (
  store: Store,
  caller: Caller,
  definition: LedgerDefinition,
  candidates: readonly Candidate[],
): Promise<Map<string, ByForm>> => {
  const stored = new Map<string, ByForm>()
  for (const [name] of openFields(definition)) {
    const values = candidates.flatMap((one) => textOf(one.values[name]) ?? [])
    if (values.length === 0) continue
    const rows = await storedWith(store, caller, definition.id, name, values)
    stored.set(name, byForm(definition, rows, name))
  }
  return stored
}

const refusal = (candidate: Candidate, field: string, label: string, value: string, where: string): Reject => {
  const cell = candidate.cellOf(field)
  const message = `${cell} ${label}：与${where}相同，请查重后只留一条`
  return { sheet: candidate.sheet, cell, value, code: 'duplicate', message }
}

/** New rows, and rows that give an entry another name or identifier: these hold only that, so they are never the same. */
type Rows = { fresh: readonly Candidate[]; renamed: readonly Candidate[] }

/** Rows met before, in the file or in the caller's part of the ledger: identifiers are refused, names are told. */
export const findDoubles = async (
  store: Store,
  caller: Caller,
  definition: LedgerDefinition,
  { fresh, renamed }: Rows,
): Promise<Doubles> => {
  const candidates = [...fresh, ...renamed]
  const stored = await readStored(store, caller, definition, candidates)
  const found = findDuplicates(
    definition,
    candidates.map(({ values }, row) => ({ row, values })),
    Object.fromEntries([...stored].map(([name, forms]) => [name, new Set(forms.keys())])),
  )
  const labels = new Map(openFields(definition).map(([name, field]) => [name, fullLabel(field)]))
  const duplicates: ImportResult['duplicates'] = []
  const rejected: Reject[] = []
  const same = new Set<Candidate>()
  for (const { field, kind, value, row, of } of found) {
    const candidate = candidates[row]
    if (!candidate || same.has(candidate)) continue
    const isStored = of === 'stored'
    const others: readonly Known[] = isStored
      ? (stored.get(field)?.get(doubleForm(definition, field, candidate.values) ?? '') ?? [])
      : candidates.slice(of, of + 1)
    const where = isStored ? `台账中的“${value}”` : `本表第 ${candidates[of]?.row ?? 0} 行`
    const isSame =
      row < fresh.length && others.some((other) => saysNothingNew(definition, candidate, other, caller.city))
    if (isSame) same.add(candidate)
    if (kind === 'key' || isSame) duplicates.push({ row: candidate.row, of: [where], same: isSame })
    else rejected.push(refusal(candidate, field, labels.get(field) ?? field, value, where))
  }
  return { duplicates, rejected, same }
}
