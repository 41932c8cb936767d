import { z } from '@hono/zod-openapi'
import { type LocalDate, Problem } from '@yundiao/kernel'
import { type Filter, type LedgerRow, NEWEST_FIRST } from '@yundiao/ledgers'
import type { Caller, LedgerView, Store } from '@yundiao/store'

const shape = z.object({
  id: z.string(),
  label: z.string(),
  state: z.string(),
  region: z.string(),
  demo: z.boolean(),
  outline: z.string(),
})

export const ledgerMapSchema = z
  .object({
    /** Entries by county or zone, and the sum of their area; the city's own code holds those 待归属. */
    regions: z.array(z.object({ code: z.string(), n: z.number(), area: z.number().nullable() })),
    city: z.string(),
    /** Units the area is shown in; null where the ledger has none in sight. */
    area: z.object({ shownIn: z.string().nullable(), alsoShownIn: z.string().nullable() }).nullable(),
    shapes: z.array(shape),
  })
  .openapi('LedgerMap')

const PAGE = 200
/** Most entries of one map: a map of more says nothing, a filter does. */
const MOST_ROWS = 10_000

type Ask = { on: LocalDate; filters: readonly Filter[]; search: string | null }

const readRows = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  columns: readonly string[],
  ask: Ask,
): Promise<LedgerRow[]> => {
  const rows: LedgerRow[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Store['entries']>> = await store.entries(caller, view.definition.id, {
      ...ask,
      columns,
      sort: NEWEST_FIRST,
      limit: PAGE,
      after,
    })
    rows.push(...page.rows)
    after = page.next
    if (rows.length > MOST_ROWS)
      throw new Problem('input.too-large', `超过 ${MOST_ROWS} 条，请先筛选再看地图`, { limit: MOST_ROWS })
  } while (after !== null)
  return rows
}

const sumOf = (rows: readonly LedgerRow[], field: string | undefined): number | null => {
  const known = rows.flatMap(({ values }) => {
    const value = field === undefined ? null : values[field]
    return typeof value === 'number' ? [value] : []
  })
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0)
}

/** How many entries each place has, of a list in the caller's sight, and the boundaries among them. */
export const readLedgerMap = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  ask: Ask,
): Promise<z.infer<typeof ledgerMapSchema>> => {
  const { definition, visible } = view
  const named = (kind: string) => visible.find((name) => definition.fields[name]?.kind === kind)
  const [outline, area] = [named('geometry'), named('area')]
  const columns = [definition.key, outline, area].flatMap((name) => (name && visible.includes(name) ? [name] : []))
  const rows = await readRows(store, caller, view, columns, ask)
  const places = Map.groupBy(rows, (row) => row.region)
  const { shownIn = null, alsoShownIn = null } = (area && definition.fields[area]) || {}
  return {
    regions: [...places].map(([code, held]) => ({ code, n: held.length, area: sumOf(held, area) })),
    city: caller.city,
    area: area === undefined ? null : { shownIn, alsoShownIn },
    shapes: rows.flatMap(({ id, state, region, demo, values }) => {
      const drawn = outline === undefined ? null : values[outline]
      return typeof drawn === 'string'
        ? [{ id, label: String(values[definition.key] ?? ''), state, region, demo, outline: drawn }]
        : []
    }),
  }
}
