import { z } from '@hono/zod-openapi'
import { isCleared, Problem } from '@yundiao/kernel'
import { type Filter, filtersShape, isSealed, type LedgerRow, type Sort } from '@yundiao/ledgers'
import type { Caller, LedgerView } from '@yundiao/store'
import type { Names } from './names.ts'

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
export const valuesSchema = z.record(z.string(), cell)

export const ledgerRowSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    owner: z.string().nullable(),
    rows: z.number(),
    capped: z.boolean(),
    may: z.object({ write: z.boolean() }),
  })
  .openapi('LedgerRow')

const field = z
  .object({
    name: z.string(),
    kind: z.string(),
    label: z.string(),
    under: z.array(z.string()),
    shownIn: z.string().nullable(),
    alsoShownIn: z.string().nullable(),
    required: z.boolean(),
    choices: z.array(z.string()).nullable(),
    /** The units a field of units may name, in the city's order; null for other kinds. */
    units: z.array(z.object({ id: z.string(), name: z.string() })).nullable(),
    sortable: z.boolean(),
  })
  .openapi('LedgerField')

export const ledgerSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    owner: z.object({ name: z.string() }).nullable(),
    key: z.string(),
    unitLine: z.string(),
    states: z.array(z.string()),
    moves: z.record(z.string(), z.array(z.string())).nullable(),
    fields: z.array(field),
    /** Names of the fields filled in each month; empty where the ledger has no such. */
    monthly: z.array(z.string()),
    filters: z.array(z.object({ label: z.string(), filter: z.array(z.record(z.string(), z.unknown())) })),
    /** Personal fields: never in a list; the caller may open one at a time, with a reason. */
    personal: z.array(z.object({ name: z.string(), label: z.string(), kind: z.string() })),
    may: z.object({ write: z.boolean(), import: z.boolean() }),
  })
  .openapi('Ledger')

export const entryRowSchema = z
  .object({
    id: z.string(),
    version: z.number(),
    region: z.object({ code: z.string(), name: z.string() }).nullable(),
    state: z.string(),
    knownFrom: z.string(),
    demo: z.boolean(),
    values: valuesSchema,
  })
  .openapi('EntryRow')

export const entryPageSchema = z
  .object({
    rows: z.array(entryRowSchema),
    next: z.string().nullable(),
    count: z.object({ n: z.number(), capped: z.boolean() }),
    later: z.number(),
    /** 合计 of money and area columns over the whole list, with how many cells lack a value; with the first page only. */
    totals: z.record(z.string(), z.object({ sum: z.number().nullable(), lacking: z.number() })).nullable(),
    /**
     * Entries as known at the end of last month: values of the fields asked for, and which of them were given since, the
     * same value given again included. An entry not known then is left out.
     */
    previous: z
      .object({
        on: z.string(),
        rows: z.record(z.string(), z.object({ state: z.string(), values: valuesSchema, given: z.array(z.string()) })),
      })
      .nullable(),
  })
  .openapi('EntryPage')

type Duty = { duty: string; unit: string }

/** The unit that keeps a ledger, by the duty its definition names; null is 待明确. */
export const ownerOf = (view: LedgerView, duties: readonly Duty[], names: Names): string | null => {
  const unit = duties.find((one) => one.duty === view.definition.owner.duty)?.unit
  return unit === undefined ? null : names.unit(unit)
}

/** Units of the sheet's columns, as its second line prints them: 万元、亩. */
export const unitsOf = ({ definition, visible }: LedgerView): string =>
  [
    ...new Set(
      visible.flatMap((name) =>
        [definition.fields[name]?.shownIn ?? [], definition.fields[name]?.alsoShownIn ?? []].flat(),
      ),
    ),
  ].join('、')

const personalFields = ({ definition }: LedgerView, caller: Caller) =>
  Object.entries(definition.fields)
    .filter(([, one]) => isSealed(one) && !one.hidden && isCleared(caller.clearance, one.sensitivity))
    .map(([name, one]) => ({ name, label: one.label, kind: one.kind }))

/** Chips over the ledger; one that asks of a field out of sight is not offered. */
const namedFilters = ({ definition, visible }: LedgerView) =>
  (definition.filters ?? [])
    .filter(({ when }) => when.every(({ field: name }) => name === 'state' || visible.includes(name)))
    .map(({ label, when }) => ({ label, filter: when.map((one) => ({ ...one })) }))

/** A ledger as its page needs it: the fields in the caller's sight, in the order of the sheet. */
export const ledgerView = (
  view: LedgerView,
  caller: Caller,
  { owner, names }: { owner: string | null; names: Names },
): z.infer<typeof ledgerSchema> => {
  const { definition, visible, mayWrite } = view
  const units = unitsOf(view)
  return {
    id: definition.id,
    title: definition.title,
    owner: owner === null ? null : { name: owner },
    key: definition.key,
    unitLine: units === '' ? '' : `单位：${units}`,
    states: [...definition.states],
    moves: definition.moves
      ? Object.fromEntries(Object.entries(definition.moves).map(([from, to]) => [from, [...to]]))
      : null,
    fields: visible.flatMap((name) => {
      const one = definition.fields[name]
      if (!one || one.apart) return []
      const { kind, label, under, shownIn, alsoShownIn, required, choices } = one
      return [
        {
          name,
          kind,
          label,
          under: [...(under ?? [])],
          shownIn: shownIn ?? null,
          alsoShownIn: alsoShownIn ?? null,
          required,
          choices: choices ? [...choices] : null,
          units: kind === 'unit' ? [...names.units] : null,
          sortable: kind !== 'geometry',
        },
      ]
    }),
    monthly: (definition.monthly ?? []).filter((name) => visible.includes(name)),
    filters: namedFilters(view),
    personal: personalFields(view, caller),
    may: { write: mayWrite, import: mayWrite },
  }
}

/** One row of a list; a field hidden since is left out. */
export const entryRow = (row: LedgerRow, visible: readonly string[], names: Names): z.infer<typeof entryRowSchema> => ({
  id: row.id,
  version: row.version,
  region: names.place(row.region),
  state: row.state,
  knownFrom: row.knownFrom,
  demo: row.demo,
  values: Object.fromEntries(visible.map((name) => [name, row.values[name] ?? null])),
})

/** `planYear:desc` → a sort; null where none is asked. */
export const readSort = (text: string | undefined): Sort | null => {
  if (text === undefined || text === '') return null
  const [name = '', direction = 'asc', ...rest] = text.split(':')
  if (name === '' || rest.length > 0 || (direction !== 'asc' && direction !== 'desc'))
    throw new Problem('input.invalid', `排序 ${text} 的写法不对，应写作 字段:asc 或 字段:desc`, { sort: text })
  return { field: name, direction }
}

const equalities = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('input.invalid', '筛选条件不是合法的 JSON，请重新选择', { filter: text.slice(0, 200) })
  }
}

/** Filters of a request: the list of filtersShape, or `{"state":"在建"}` for plain equality. */
export const readFilters = (text: string | undefined): Filter[] => {
  if (text === undefined || text === '') return []
  const given = parsedJson(text)
  const plain = equalities.safeParse(given)
  if (plain.success) return Object.entries(plain.data).map(([name, value]) => ({ field: name, op: 'is', value }))
  const list = filtersShape.safeParse(given)
  if (list.success) return list.data
  const [issue] = list.error.issues
  throw new Problem('input.invalid', `筛选条件第 ${Number(issue?.path[0] ?? 0) + 1} 项写法不对，请重新选择`, {
    filter: text.slice(0, 200),
  })
}
