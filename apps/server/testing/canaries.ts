import type { FigureDraft, FigureRef } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import { defineLedger, duty, money, text } from '@yundiao/ledgers'
import type { Change } from '@yundiao/store'
import { plantEvaluations } from './evaluation-canaries.ts'
import { plantFirmPaper } from './paper-canaries.ts'
import { CITY, EARLY, type Grants, PLACES, type Place, SENSITIVITIES, STAGES, type Stage } from './rights-table.ts'
import type { ScratchApp } from './scratch-app.ts'

/** A word nothing else holds: where it turns up, what it stands for has got out. */
export const wordOf = (...parts: readonly string[]): string =>
  `zq${parts.map((part) => part.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')).join('k')}qz`

const fieldOf = (name: (typeof SENSITIVITIES)[number]) =>
  text(`试验${name}`, { sensitivity: name, searchable: name !== 'personal' && name !== 'sensitive' })

const ledgerOf = (id: string) =>
  defineLedger({
    id,
    title: `试验台账${id}`,
    owner: duty('industry'),
    key: 'public',
    fields: {
      public: fieldOf('public'),
      internal: fieldOf('internal'),
      firm: fieldOf('firm'),
      personal: fieldOf('personal'),
      sensitive: fieldOf('sensitive'),
      amount: money('试验金额', { sensitivity: 'firm' }),
    },
    states: ['在办', '办结'],
  })

/** One ledger nearly everybody opens, one that is granted to three. */
export const LEDGERS: readonly { definition: ReturnType<typeof ledgerOf>; grants: Grants }[] = [
  {
    definition: ledgerOf('test.open'),
    grants: Object.fromEntries([
      ...['supervision', 'leader', 'statistics', 'auditor', 'department', 'administrator'].map((role) => [
        `role:${role}`,
        'read',
      ]),
      ...['office', 'county', 'park'].map((role) => [`role:${role}`, 'write']),
    ]),
  },
  {
    definition: ledgerOf('test.narrow'),
    grants: { 'role:office': 'write', 'unit:jxj': 'write', 'role:park': 'read' },
  },
]

/** The day rows were first entered; on the business day each was amended once. */
export const BEFORE: LocalDate = '2022-04-20'

export type PlantedRow = { id: string; ledger: string; place: Place; amount: number }

const rowValues = (ledger: string, place: string, amount: number, stage: 'was' | 'is') => ({
  ...Object.fromEntries(SENSITIVITIES.map((name) => [name, wordOf(ledger, place, name, stage)])),
  amount,
})

const plantRows = async (app: ScratchApp): Promise<PlantedRow[]> => {
  const system = await app.store.wholeCity(CITY, '2022-04-26')
  const rows: PlantedRow[] = []
  for (const { definition, grants } of LEDGERS) {
    await app.store.defineLedger(system, definition)
    const granted = Object.entries(grants).map(([grantee, may]) => ({
      values: { ledger: definition.id, grantee, may },
    }))
    await app.store.commit(system, [{ do: 'add', table: 'ledgerGrant', rows: granted }])
    for (const place of PLACES) {
      const amount = 7_319_540_000_000 + rows.length * 10_000
      const values = rowValues(definition.id, place, amount + 5000, 'was')
      const entered = await app.store.commit(system, [
        { do: 'enter', ledger: definition.id, rows: [{ region: place, knownFrom: BEFORE, values }] },
      ])
      const id = entered[0]?.do === 'enter' ? (entered[0].ids[0] ?? '') : ''
      rows.push({ id, ledger: definition.id, place, amount })
    }
  }
  return rows
}

/** After items were linked to rows, so that the items show by themselves what moved. */
const amendRows = async (app: ScratchApp, rows: readonly PlantedRow[]): Promise<void> => {
  const system = await app.store.wholeCity(CITY, '2022-04-26')
  for (const { id, ledger, place, amount } of rows)
    await app.store.commit(system, [
      { do: 'amend', ledger, id, version: 1, values: rowValues(ledger, place, amount, 'is') },
    ])
}

/** No figure of the pack is of this period; an indicator a stage, so that its list of early readers is its own. */
export const PERIOD = '2019Q1'
export const INDICATORS: Readonly<Record<Stage, string>> = {
  reported: 'retail',
  released: 'budget',
  embargoed: 'trade',
}
const FAR = '2999-01-01T00:00:00.000Z'

export type PlantedFigure = { place: Place; stage: Stage; printed: string; ref: FigureRef }

const draftOf = (place: Place, stage: Stage, printed: string, period = PERIOD): FigureDraft => ({
  series: {
    indicator: INDICATORS[stage],
    measure: 'level',
    accumulation: 'ytd',
    origin: 'official',
    concept: 'default',
    dims: {},
  },
  unit: '元',
  region: place,
  period,
  value: Number(printed) * 1e8,
  printed,
  printedUnit: '亿元',
  round: null,
  note: null,
  releaseState: stage === 'reported' ? 'reported' : 'released',
  passport: { kind: 'manual', reason: `试验${printed}` },
})

const plantFigures = async (app: ScratchApp): Promise<PlantedFigure[]> => {
  for (const username of EARLY)
    await app.request('/api/early-readers', {
      as: 'tongji',
      json: { indicator: INDICATORS.embargoed, username, reason: '试验名单', until: null },
    })
  const tongji = await app.callerOf('tongji')
  const figures: PlantedFigure[] = []
  for (const [s, stage] of STAGES.entries())
    for (const [p, place] of PLACES.entries()) {
      const printed = `73${s + 1}${p + 1}.17`
      const lock = stage === 'embargoed' ? { releaseAt: FAR } : {}
      const [done] = await app.store.commit(tongji, [
        { do: 'report', figures: [draftOf(place, stage, printed)], ...lock },
      ])
      const ref = done?.do === 'report' ? done.refs[0] : undefined
      if (ref) figures.push({ place, stage, printed, ref })
    }
  // On the board of the meeting's own quarter as well, where whoever is on the list puts it into a paper.
  const [locked] = await app.store.commit(tongji, [
    { do: 'report', figures: [draftOf(CITY, 'embargoed', '7355.17', '2022Q1')], releaseAt: FAR },
  ])
  const ref = locked?.do === 'report' ? locked.refs[0] : undefined
  if (ref) figures.push({ place: CITY, stage: 'embargoed', printed: '7355.17', ref })
  return figures
}

export const ITEMS: readonly { name: string; place: Place | null; units: readonly string[] }[] = [
  { name: 'city', place: null, units: [] },
  { name: 'jiangyou', place: '510781', units: [] },
  { name: 'park', place: 'my-jingkai', units: [] },
  { name: 'lead', place: null, units: ['jxj'] },
  { name: 'assist', place: '510703', units: ['fgw', 'jxj'] },
]

const idOf = (outcome: { do: string; ids?: readonly string[] } | undefined): string => outcome?.ids?.[0] ?? ''

const plantDirectives = async (app: ScratchApp) => {
  const duban = await app.callerOf('duban')
  const add = async (table: 'meeting' | 'agenda' | 'document' | 'item' | 'progress', values: object) => {
    const rows = [{ values: values as Record<string, string | null | readonly string[]> }]
    const [made] = await app.store.commit(duban, [{ do: 'add', table, rows } as Change])
    return idOf(made)
  }
  const held = { kind: '专题会', authority: 'government', phase: '筹备', period: '2022Q1' }
  const previous = await add('meeting', { ...held, title: wordOf('previous'), heldOn: '2022-04-18' })
  const meeting = await add('meeting', { ...held, title: wordOf('meeting'), heldOn: '2022-04-22', previous })
  await add('agenda', { meeting, title: wordOf('agenda') })
  const document = await add('document', {
    title: wordOf('document'),
    kind: 'minutes',
    authority: 'government',
    text: `会议要求，${wordOf('documenttext')}。`,
    meeting,
  })
  const items: { id: string; name: string }[] = []
  for (const { name, place, units } of ITEMS) {
    const [lead = null, ...assists] = units
    const id = await add('item', {
      number: `督试〔2022〕${name}`,
      title: wordOf('item', name),
      measure: wordOf('measure', name),
      sourceKind: 'instruction',
      state: '未启动',
      leadUnit: lead,
      assistUnits: assists,
      region: place,
      meeting: previous,
    })
    await add('progress', { item: id, text: wordOf('progress', name), asOf: '2022-04-25' })
    items.push({ id, name })
  }
  return { meeting, document, items }
}

/** Items point at a row of a ledger some of their readers may not open, at another county's row, and at a locked figure. */
const plantLinks = async (
  app: ScratchApp,
  items: readonly { id: string; name: string }[],
  rows: readonly PlantedRow[],
  figures: readonly PlantedFigure[],
): Promise<void> => {
  const entryOf = (ledger: string, place: Place) => ({
    ledger,
    entry: rows.find((row) => row.ledger === ledger && row.place === place)?.id,
  })
  const figureOf = (place: Place, stage: Stage) => ({
    figure: figures.find((one) => one.place === place && one.stage === stage)?.ref,
  })
  const links = [
    ['assist', entryOf('test.narrow', '510703')],
    ['jiangyou', entryOf('test.open', '510703')],
    ['lead', entryOf('test.narrow', 'my-jingkai')],
    ['lead', figureOf(CITY, 'embargoed')],
    ['jiangyou', figureOf('510703', 'reported')],
    ['park', figureOf('my-jingkai', 'embargoed')],
  ] as const
  for (const [name, target] of links) {
    const item = items.find((one) => one.name === name)?.id
    const answer = await app.request(`/api/items/${item}/links`, { as: 'yunxing', json: target })
    if (!answer.ok) throw new Error(await answer.text())
  }
}

/** One paper by an account on the list of early readers, one by an account that is not. */
const plantPapers = async (app: ScratchApp, meeting: string) => {
  const make = async (as: string): Promise<string> => {
    const answer = await app.request('/api/papers', { as, json: { kind: 'quarter-review', meeting, on: '2022-04-26' } })
    if (!answer.ok) throw new Error(await answer.text())
    return ((await answer.json()) as { id: string }).id
  }
  return { early: await make('yunxing'), plain: await make('duban') }
}

/** Two projects of one name, which a view of the domain tells of as perhaps the same. */
export const TWIN = wordOf('twin')
export const TWIN_PLACE: Place = '510703'
const plantTwins = async (app: ScratchApp): Promise<void> => {
  const rows = ['一', '二'].map(() => ({ region: TWIN_PLACE, values: { name: `${TWIN}产业园项目` } }))
  await app.store.commit(await app.callerOf('yunxing'), [{ do: 'enter', ledger: 'projects.project', rows }])
}

export const USER = { username: wordOf('user'), name: wordOf('username') }
const BLOCKED = wordOf('blocked')

/** Plants a canary word in everything that somebody may not see. */
export const plant = async (app: ScratchApp) => {
  const rows = await plantRows(app)
  const figures = await plantFigures(app)
  const directives = await plantDirectives(app)
  await plantLinks(app, directives.items, rows, figures)
  await amendRows(app, rows)
  await plantTwins(app)
  const papers = await plantPapers(app, directives.meeting)
  const evaluations = await plantEvaluations(app)
  const firmPaper = await plantFirmPaper(app, evaluations.trial)
  const made = await Promise.all([
    app.request('/api/users', {
      as: 'guanli',
      json: { ...USER, password: 'zq-some-password-qz', role: 'leader', unit: null, region: null },
    }),
    app.request('/api/blocked-names', { as: 'guanli', json: { name: BLOCKED, kind: '单位', note: null } }),
  ])
  for (const answer of made) if (!answer.ok) throw new Error(await answer.text())
  return { rows, figures, papers, evaluations, firmPaper, ...directives }
}
export type Planted = Awaited<ReturnType<typeof plant>>
