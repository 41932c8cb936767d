import { readXlsx } from '@yundiao/office'
import { archiveText } from '../../../packages/office/testing/archive-text.ts'
import { BEFORE, INDICATORS, ITEMS, LEDGERS, PERIOD, type Planted, type PlantedRow, USER, wordOf } from './canaries.ts'
import {
  type Account,
  CITY,
  EARLY,
  listsField,
  opensLedger,
  revealsField,
  SENSITIVITIES,
  STAGES,
  seesBlockedNames,
  seesDocument,
  seesEvents,
  seesFigure,
  seesItem,
  seesMeeting,
  seesPaper,
  seesRow,
  seesUsers,
  writesLedger,
} from './rights-table.ts'
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

type Sensitivity = (typeof SENSITIVITIES)[number]

const OK = [200]
const HIDDEN = [403, 404]
const when = (open: boolean): readonly number[] => (open ? OK : HIDDEN)

const rowWords = (row: PlantedRow, fields: readonly Sensitivity[], stages: readonly ('was' | 'is')[]): string[] =>
  stages.flatMap((stage) => fields.map((field) => wordOf(row.ledger, row.place, field, stage)))

/** 元 as JSON tells it, and 万元 as sheets and histories print it. */
const amountWords = (row: PlantedRow): string[] => [String(row.amount), String(row.amount / 1e4)]
const figureWords = (printed: string): string[] => [printed, String(Math.round(Number(printed) * 1e8))]

const grantsOf = (ledger: string) => LEDGERS.find(({ definition }) => definition.id === ledger)?.grants ?? {}
const sees = (who: Account, row: PlantedRow): boolean => seesRow(who, grantsOf(row.ledger), row.place)
const listed = (who: Account): Sensitivity[] => SENSITIVITIES.filter((field) => listsField(who, field))

/** Every canary of the planted world. */
export const allWords = (planted: Planted): string[] => [
  ...planted.rows.flatMap((row) => [...rowWords(row, SENSITIVITIES, ['was', 'is']), ...amountWords(row)]),
  ...planted.figures.flatMap(({ printed }) => figureWords(printed)),
  ...ITEMS.flatMap(({ name }) => ['item', 'measure', 'progress'].map((kind) => wordOf(kind, name))),
  ...['meeting', 'previous', 'agenda', 'document', 'documenttext', 'blocked'].map((kind) => wordOf(kind)),
  USER.username,
  USER.name,
]

/** The canaries an account may meet at any door but those that open one personal value. */
export const wordsFor = (who: Account, planted: Planted): ReadonlySet<string> => {
  const some = (open: boolean, ...words: readonly string[]): readonly string[] => (open ? words : [])
  return new Set([
    ...planted.rows.flatMap((row) =>
      some(
        sees(who, row),
        ...rowWords(row, listed(who), ['was', 'is']),
        ...some(listsField(who, 'firm'), ...amountWords(row)),
      ),
    ),
    ...planted.figures.flatMap(({ place, stage, printed }) =>
      some(seesFigure(who, place, stage), ...figureWords(printed)),
    ),
    ...ITEMS.flatMap((item) =>
      some(seesItem(who, item), ...['item', 'measure', 'progress'].map((kind) => wordOf(kind, item.name))),
    ),
    ...some(seesMeeting(who), wordOf('meeting'), wordOf('previous'), wordOf('agenda')),
    ...some(seesDocument(who), wordOf('document'), wordOf('documenttext')),
    ...some(seesUsers(who), USER.username, USER.name),
    ...some(seesBlockedNames(who), wordOf('blocked')),
  ])
}

const listDoors = (who: Account, planted: Planted): Door[] =>
  LEDGERS.flatMap(({ definition: { id } }) => {
    const rows = planted.rows.filter((row) => row.ledger === id)
    const seen = rows.filter((row) => sees(who, row))
    const isOpen = opensLedger(who, grantsOf(id))
    const open = when(isOpen)
    const counted = isOpen ? { count: seen.length } : {}
    const base = `/api/ledgers/${id}`
    const is = seen.flatMap((row) => rowWords(row, listed(who), ['is']))
    const was = seen.flatMap((row) => rowWords(row, listed(who), ['was']))
    const then = `on=${BEFORE}`
    return [
      { name: 'definition', path: base, status: open, shows: [] },
      { name: 'list and count', path: `${base}/rows`, status: open, shows: is, ...counted },
      { name: 'as known on', path: `${base}/rows?${then}`, status: open, shows: was, ...counted },
      { name: 'export xlsx', path: `${base}/export?format=xlsx`, status: open, shows: is },
      { name: 'export csv', path: `${base}/export?format=csv`, status: open, shows: is },
      { name: 'export as known on', path: `${base}/export?format=csv&${then}`, status: open, shows: was },
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

const figureDoors = (who: Account, planted: Planted): Door[] => [
  ...planted.figures.flatMap(({ ref, place, stage, printed }): Door[] => {
    const isSeen = seesFigure(who, place, stage)
    return [
      {
        name: `passport of a ${stage} figure`,
        path: `/api/figure?ref=${encodeURIComponent(ref)}`,
        status: when(isSeen),
        shows: isSeen ? [printed] : [],
      },
    ]
  }),
  ...STAGES.map(
    (stage): Door => ({
      name: `indicator with ${stage} figures`,
      path: `/api/indicators/${INDICATORS[stage]}`,
      status: OK,
      shows: planted.figures
        .filter((figure) => figure.stage === stage && seesFigure(who, figure.place, stage))
        .map(({ printed }) => printed),
    }),
  ),
  {
    name: 'board',
    path: `/api/board?period=${PERIOD}`,
    status: OK,
    shows: planted.figures
      .filter(({ ref, place, stage }) => ref.includes(PERIOD) && place === CITY && seesFigure(who, place, stage))
      .map(({ printed }) => printed),
  },
  {
    name: 'newest board',
    path: '/api/board?period=2022Q1',
    status: OK,
    shows: EARLY.includes(who.username) ? ['7355.17'] : [],
  },
]

const directiveDoors = (who: Account, planted: Planted): Door[] => {
  const seen = ITEMS.filter((item) => seesItem(who, item))
  return [
    { name: 'items', path: '/api/items', status: OK, shows: seen.map(({ name }) => wordOf('item', name)) },
    ...ITEMS.flatMap((item): Door[] => {
      const id = planted.items.find(({ name }) => name === item.name)?.id
      const isSeen = seen.includes(item)
      const word = wordOf('item', item.name)
      return [
        { name: 'items by words', path: `/api/items?q=${word}`, status: OK, shows: isSeen ? [word] : [] },
        {
          name: 'one item',
          path: `/api/items/${id}`,
          status: when(isSeen),
          shows: isSeen ? [word, wordOf('progress', item.name)] : [],
        },
        {
          name: 'change an item',
          path: `/api/items/${id}`,
          ask: { method: 'PATCH', json: { version: 99, title: '改' } },
          status: ['office', 'supervision'].includes(who.role) ? [409] : HIDDEN,
        },
      ]
    }),
    { name: 'meetings', path: '/api/meetings', status: OK, shows: seesMeeting(who) ? [wordOf('meeting')] : [] },
    {
      name: 'one meeting',
      path: `/api/meetings/${planted.meeting}`,
      status: when(seesMeeting(who)),
      shows: seen.map(({ name }) => wordOf('item', name)),
    },
    { name: 'a paper', path: `/api/papers/${planted.papers.plain}/file`, status: when(seesPaper(who)) },
    {
      name: 'a paper with a locked figure',
      path: `/api/papers/${planted.papers.early}/file`,
      status: when(seesPaper(who) && EARLY.includes(who.username)),
      shows: ['7355.17'],
    },
    { name: 'one document', path: `/api/documents/${planted.document}`, status: when(seesDocument(who)) },
  ]
}

const OPEN_PATHS: readonly string[] = ['/api/open', '/api/openapi.json', '/metrics', '/healthz']

/** Every door an account is sent to, and what stands behind it. */
export const doorsFor = (who: Account, planted: Planted): Door[] => [
  { name: 'ledgers', path: '/api/ledgers', status: OK },
  ...listDoors(who, planted),
  ...figureDoors(who, planted),
  ...directiveDoors(who, planted),
  { name: 'events', path: '/api/events', status: when(seesEvents(who)) },
  {
    name: 'users',
    path: '/api/users',
    status: when(seesUsers(who)),
    shows: seesUsers(who) ? [USER.username, USER.name] : [],
  },
  {
    name: 'blocked names',
    path: '/api/blocked-names',
    status: when(seesBlockedNames(who)),
    shows: seesBlockedNames(who) ? [wordOf('blocked')] : [],
  },
  { name: 'papers', path: '/api/papers', status: OK },
  ...[
    'periods',
    'targets?year=2022',
    'regions',
    'units',
    'duties',
    'posts',
    'settings',
    'rules',
    'indicators',
    'me',
  ].map((path): Door => ({ name: path, path: `/api/${path}`, status: OK })),
  ...OPEN_PATHS.map((path): Door => ({ name: path, path, status: OK, shows: [] })),
]

const sheetText = async (bytes: Uint8Array): Promise<string> => {
  const texts: string[] = []
  for (const sheet of (await readXlsx(bytes)).sheets)
    for await (const row of sheet.rows()) texts.push(row.cells.map(({ raw }) => raw).join('\t'))
  return texts.join('\n')
}

/** All an answer says: head and body, the cells of a workbook as well as its bytes. */
export const answerText = async (answer: Response): Promise<string> => {
  const bytes = new Uint8Array(await answer.clone().arrayBuffer())
  const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const media = answer.headers.get('content-type') ?? ''
  const inside = media.includes('sheet')
    ? await sheetText(bytes)
    : media.includes('word')
      ? await archiveText(bytes)
      : ''
  return [head, new TextDecoder().decode(bytes), inside].join('\n')
}
