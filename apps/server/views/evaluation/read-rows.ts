import type { LocalDate } from '@yundiao/kernel'
import type { Evaluation } from '@yundiao/scorecards'
import type { Caller, EntryPage, EntryQuery, Store } from '@yundiao/store'
import { openLedger } from '../open-ledger.ts'
import type { KeptInputs } from './kept.ts'

const PAGE = 200
/** A page of years is read from the newest rows; a ledger of evaluation holds one row a unit and year. */
const MOST_ROWS = 20_000
const MOST_YEARS = 30

type Asked = { year: number; on: LocalDate; id?: string }

/** Rows of one year with every field in sight, as known on a day. Throws Problem not-found for a ledger out of sight. */
export const readEvaluationRows = async (
  store: Store,
  caller: Caller,
  { ledger, year: field }: Pick<Evaluation, 'ledger' | 'year'>,
  { year, on, id }: Asked,
): Promise<KeptInputs['rows']> => {
  const view = await openLedger(store, caller, ledger)
  const rows: KeptInputs['rows'][number][] = []
  let after: string | null = null
  do {
    const page: EntryPage = await store.entries(caller, ledger, {
      on,
      columns: view.visible,
      filters: [{ field, op: 'is', value: year }, ...(id ? [{ field: 'id', op: 'is' as const, value: id }] : [])],
      limit: PAGE,
      after,
    })
    rows.push(
      ...page.rows.map(({ id: row, version, region, values, knownFrom, demo }) => ({
        id: row,
        version,
        region,
        knownFrom,
        demo,
        values: values as KeptInputs['rows'][number]['values'],
      })),
    )
    after = page.next
  } while (after !== null && rows.length < MOST_ROWS)
  return rows
}

type Filters = NonNullable<EntryQuery['filters']>

/** Of a ledger with a row a unit and indicator, rows of the method's own: it shares the ledger with other methods. */
const ownRows = ({ layout, versions }: Pick<Evaluation, 'layout' | 'versions'>): Filters =>
  layout
    ? [
        {
          field: layout.indicator,
          op: 'in',
          values: versions.flatMap(({ inputs }) => inputs.map(({ label }) => label)),
        },
      ]
    : []

/** Years the ledger has rows for that the method can be run on, newest first; none for a ledger out of sight. */
export const readYears = async (
  store: Store,
  caller: Caller,
  evaluation: Pick<Evaluation, 'ledger' | 'year' | 'layout' | 'versions'>,
  on: LocalDate,
): Promise<number[]> => {
  const { ledger, year, layout } = evaluation
  const view = (await store.ledgers(caller)).find(({ definition }) => definition.id === ledger)
  if (!view?.visible.includes(year) || (layout && !view.visible.includes(layout.indicator))) return []
  const own = ownRows(evaluation)
  const years: number[] = []
  // One row a year is enough: ask for the newest below the last one found.
  let below: number | null = null
  while (years.length < MOST_YEARS) {
    const page: EntryPage = await store.entries(caller, ledger, {
      on,
      columns: [year],
      sort: { field: year, direction: 'desc' },
      limit: 1,
      filters: [...own, ...(below === null ? [] : [{ field: year, op: 'range' as const, to: below - 1 }])],
    })
    const found: unknown = page.rows[0]?.values[year]
    if (typeof found !== 'number' || found === below) return years
    years.push(found)
    below = found
  }
  return years
}
