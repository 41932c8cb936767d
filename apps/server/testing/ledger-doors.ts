import { BEFORE, LEDGERS, type Planted, type PlantedRow, wordOf } from './canaries.ts'
import { type Account, listsField, opensLedger, revealsField, SENSITIVITIES, writesLedger } from './rights-table.ts'
import { grantsOf, listed, rowWords, sees, seesTotal, totalOf } from './rights-words.ts'
import type { Ask } from './scratch-app.ts'

/** What a door must answer an account: its status, and where known the very words (`shows`) or the count of rows. */
export type Door = {
  name: string
  path: string
  ask?: Ask
  status: readonly number[]
  shows?: readonly string[]
  count?: number
  /** Words this one door may hold beyond what lists may. */
  also?: readonly string[]
}

export const OK = [200]
export const HIDDEN = [403, 404]
export const when = (open: boolean): readonly number[] => (open ? OK : HIDDEN)

/** Every door of the two ledgers, to each of their rows and columns. */
export const ledgerDoors = (who: Account, planted: Planted): Door[] =>
  LEDGERS.flatMap(({ definition: { id } }) => {
    const rows = planted.rows.filter((row) => row.ledger === id)
    const seen = rows.filter((row) => sees(who, row))
    const isOpen = opensLedger(who, grantsOf(id))
    const open = when(isOpen)
    const total = seesTotal(who, id) ? [totalOf(planted, id)] : []
    const counted = isOpen ? { count: seen.length } : {}
    const base = `/api/ledgers/${id}`
    const is = seen.flatMap((row) => rowWords(row, listed(who), ['is']))
    const was = seen.flatMap((row) => rowWords(row, listed(who), ['was']))
    const then = `on=${BEFORE}`
    return [
      { name: 'definition', path: base, status: open, shows: [] },
      { name: 'list and count', path: `${base}/rows`, status: open, shows: [...is, ...total], ...counted },
      { name: 'as known on', path: `${base}/rows?${then}`, status: open, shows: was, ...counted },
      { name: 'export xlsx', path: `${base}/export?format=xlsx`, status: open, shows: is },
      { name: 'export csv', path: `${base}/export?format=csv`, status: open, shows: is },
      { name: 'export as known on', path: `${base}/export?format=csv&${then}`, status: open, shows: was },
      { name: 'map', path: `${base}/map`, status: open, shows: [] },
      ...fieldDoors(who, id, rows),
      ...rows.flatMap((row) => entryDoors(who, row)),
      importDoor(who, id, rows),
    ]
  })

/** Search, filter and sort by each column: one above the reader finds nothing and orders nothing. */
const fieldDoors = (who: Account, ledger: string, rows: readonly PlantedRow[]): Door[] => {
  const isOpen = opensLedger(who, grantsOf(ledger))
  const base = `/api/ledgers/${ledger}/rows`
  const filtered = (filter: object): string => `${base}?filter=${encodeURIComponent(JSON.stringify(filter))}`
  return SENSITIVITIES.flatMap((field): Door[] => {
    const mayUse = isOpen && listsField(who, field)
    const use = mayUse ? OK : isOpen ? [400, 403] : HIDDEN
    return [
      { name: `last month of ${field}`, path: `${base}?previous=${field}`, status: use },
      { name: `sort by ${field}`, path: `${base}?sort=${field}:asc`, status: use },
      { name: `filter unknown ${field}`, path: filtered([{ field, op: 'missing', missing: true }]), status: use },
      ...rows.flatMap((row): Door[] => {
        const word = wordOf(ledger, row.place, field, 'is')
        const found = mayUse && sees(who, row) ? 1 : 0
        // What was asked may be told back: only the count says whether it is there.
        const asked = { also: [word], ...(isOpen ? { count: found } : {}) }
        return [
          { name: `search ${field}`, path: `${base}?q=${word}`, status: when(isOpen), ...asked },
          {
            name: `filter ${field}`,
            path: filtered({ [field]: word }),
            status: use,
            ...(mayUse ? asked : { also: [word] }),
          },
          {
            name: `search ${field} as known on`,
            path: `${base}?q=${wordOf(ledger, row.place, field, 'was')}&on=${BEFORE}`,
            status: when(isOpen),
            ...asked,
            also: [wordOf(ledger, row.place, field, 'was')],
          },
        ]
      }),
    ]
  })
}

const aText = (): FormData => {
  const form = new FormData()
  form.set('file', new File(['一'], '说明.txt'))
  return form
}

const entryDoors = (who: Account, row: PlantedRow): Door[] => {
  const path = `/api/ledgers/${row.ledger}/rows/${row.id}`
  const isSeen = sees(who, row)
  const amends = isSeen && writesLedger(who, grantsOf(row.ledger))
  return [
    {
      name: 'one entry and its history',
      path,
      status: when(isSeen),
      shows: isSeen ? rowWords(row, listed(who), ['was', 'is']) : [],
    },
    {
      name: 'one entry as known on',
      path: `${path}?on=${BEFORE}`,
      status: when(isSeen),
      shows: isSeen ? rowWords(row, listed(who), ['was']) : [],
    },
    // A version nobody has: whoever may write is told so, and nothing is changed.
    {
      name: 'amend',
      path,
      ask: { method: 'PATCH', json: { version: 99, values: { public: '改' } } },
      status: amends ? [409] : HIDDEN,
    },
    {
      name: 'amend as typed in the sheet',
      path: `/api/ledgers/${row.ledger}/amend`,
      ask: { json: { rows: [{ entry: row.id, version: 99, set: { public: '改' } }] } },
      status: amends ? [409] : HIDDEN,
      shows: amends ? [wordOf(row.ledger, row.place, 'public', 'is')] : [],
    },
    // No kind of file that is taken: whoever may write is told so, and nothing is kept.
    {
      name: 'attach a file',
      path: `${path}/files`,
      ask: { method: 'POST', body: aText() },
      status: amends ? [400] : HIDDEN,
    },
    { name: 'open a file it has not', path: `${path}/files/none`, status: HIDDEN },
    {
      name: 'take back a file it has not',
      path: `${path}/files/none/withdraw`,
      ask: { json: { reason: '附错' } },
      status: HIDDEN,
    },
    ...SENSITIVITIES.map((field): Door => {
      const word = wordOf(row.ledger, row.place, field, 'is')
      const isOpened = isSeen && revealsField(who, field)
      return {
        name: `reveal ${field}`,
        path: `${path}/reveal`,
        ask: { json: { field, reason: '核对联系方式' } },
        status: when(isOpened),
        ...(isOpened ? { shows: [word], also: [word] } : { shows: [] }),
      }
    }),
  ]
}

/** The public words of every row come back in a sheet: only the rows in sight may be told as doubles. */
const importDoor = (who: Account, ledger: string, rows: readonly PlantedRow[]): Door => {
  const writes = writesLedger(who, grantsOf(ledger))
  const words = rows.map((row) => wordOf(ledger, row.place, 'public', 'is'))
  const form = new FormData()
  form.set(
    'file',
    new File(
      [
        `试验public,试验internal,试验firm,试验personal,试验sensitive,试验金额\n${words.map((word) => `${word},新,新,新,新,1\n`).join('')}`,
      ],
      '试.csv',
    ),
  )
  return {
    name: 'import dry-run',
    path: `/api/ledgers/${ledger}/import?dryRun=1`,
    ask: { method: 'POST', body: form },
    status: when(writes),
    shows: writes ? rows.filter((row) => sees(who, row)).map((row) => wordOf(ledger, row.place, 'public', 'is')) : [],
  }
}
