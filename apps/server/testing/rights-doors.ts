import { INDICATORS, ITEMS, PERIOD, type Planted, TWIN, TWIN_PLACE, USER, wordOf } from './canaries.ts'
import { evaluationDoors } from './evaluation-doors.ts'
import { findingDoors } from './finding-doors.ts'
import { type Door, HIDDEN, ledgerDoors, OK, when } from './ledger-doors.ts'
import { firmPaperDoors } from './paper-doors.ts'
import {
  type Account,
  CITY,
  EARLY,
  STAGES,
  type Stage,
  seesBlockedNames,
  seesDocument,
  seesEvents,
  seesFigure,
  seesItem,
  seesMeeting,
  seesPaper,
  seesProjects,
  seesUsers,
} from './rights-table.ts'

/** 对比 of the counties and sheet T2, on the page and as sheets: figures of counties a reader holds, and of the city. */
const comparisonDoors = (who: Account, planted: Planted): Door[] => {
  const seen = (stages: readonly Stage[]): string[] =>
    planted.figures
      .filter(
        ({ ref, place, stage }) => ref.includes(PERIOD) && stages.includes(stage) && seesFigure(who, place, stage),
      )
      .map(({ printed }) => printed)
  const compared = (stage: Stage) => `scope=counties&indicator=${INDICATORS[stage]}&period=${PERIOD}`
  return [
    ...STAGES.flatMap((stage): Door[] =>
      ['comparison', 'comparison/export'].map((path) => ({
        name: `${path} of ${stage} figures`,
        path: `/api/analysis/${path}?${compared(stage)}`,
        status: OK,
        shows: seen([stage]),
      })),
    ),
    ...['county-ranking', 'county-ranking/export'].map((path) => ({
      name: path,
      path: `/api/analysis/${path}?period=${PERIOD}`,
      status: OK,
      shows: seen(['reported', 'released']),
    })),
    { name: 'what may be compared', path: '/api/analysis/comparison/indicators?scope=counties', status: OK, shows: [] },
  ]
}

/** 走势预测 of one place: its releases, as a page and as a sheet. */
const outlookDoors = (who: Account, planted: Planted): Door[] =>
  [
    ...Map.groupBy(planted.figures, ({ ref, place, stage }) => {
      const [, series = ''] = ref.split('/')
      return `indicator=${INDICATORS[stage]}&region=${place}&series=${encodeURIComponent(series)}`
    }),
  ].flatMap(([query, figures]): Door[] => {
    const shows = figures.filter(({ place, stage }) => seesFigure(who, place, stage)).map(({ printed }) => printed)
    return [
      { name: `outlook of ${query}`, path: `/api/analysis/outlook?${query}`, status: OK, shows },
      { name: `outlook of ${query} as a sheet`, path: `/api/analysis/outlook/file?${query}`, status: OK, shows },
      { name: `estimate of ${query}`, path: `/api/analysis/outlook/estimate?${query}`, status: OK, shows: [] },
    ]
  })

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

/** A unit has its own sheet; the supervision office has none and must say whose. */
const sheetStatus = (who: Account): readonly number[] => {
  if (who.unit !== null || ['county', 'park'].includes(who.role)) return OK
  return who.role === 'supervision' ? [400] : [403]
}

const directiveDoors = (who: Account, planted: Planted): Door[] => {
  const seen = ITEMS.filter((item) => seesItem(who, item))
  return [
    { name: 'items', path: '/api/items', status: OK, shows: seen.map(({ name }) => wordOf('item', name)) },
    {
      name: 'items as sheet T4',
      path: '/api/items/export',
      status: OK,
      shows: seen.map(({ name }) => wordOf('item', name)),
    },
    {
      name: 'progress sheet of its unit',
      path: '/api/items/progress-sheet',
      status: sheetStatus(who),
      shows: ITEMS.filter(({ units }) => units.includes(who.unit ?? '—')).map(({ name }) => wordOf('item', name)),
    },
    {
      name: 'progress sheet of another unit',
      path: '/api/items/progress-sheet?unit=jxj',
      status: ['office', 'supervision'].includes(who.role) || who.unit === 'jxj' ? OK : [403],
    },
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
    {
      name: 'slides of a meeting',
      path: `/api/meetings/${planted.meeting}/slides`,
      status: when(seesMeeting(who)),
    },
    {
      name: 'a supposed target',
      path: `/api/meetings/${planted.meeting}/suppose?target=0.07`,
      status: when(seesMeeting(who)),
    },
    { name: 'a paper’s page', path: `/api/papers/${planted.papers.plain}`, status: when(seesPaper(who)) },
    {
      name: 'the page of a paper with a locked figure',
      path: `/api/papers/${planted.papers.early}`,
      status: when(seesPaper(who) && EARLY.includes(who.username)),
      shows: ['7355.17'],
    },
    { name: 'a paper', path: `/api/papers/${planted.papers.plain}/file`, status: when(seesPaper(who)) },
    {
      name: 'a paper with a locked figure',
      path: `/api/papers/${planted.papers.early}/file`,
      status: when(seesPaper(who) && EARLY.includes(who.username)),
      shows: ['7355.17'],
    },
    { name: 'one document', path: `/api/documents/${planted.document}`, status: when(seesDocument(who)) },
    {
      name: 'how far its breakdown has come',
      path: `/api/documents/${planted.document}/approval`,
      status: when(seesDocument(who)),
    },
    { name: 'notices', path: '/api/notices', status: OK },
  ]
}

/** Questions of the planted period: a place for who holds it, a unit for the city's offices and itself. */
const answerDoors = (who: Account): Door[] => {
  const path = (id = '') => `/api/analysis/answers${id}?period=${PERIOD}`
  const isCity = who.holds.includes(CITY)
  return [
    { name: 'questions', path: path(), status: OK },
    { name: 'answers of a county', path: path('/place:510781'), status: when(who.holds.includes('510781')) },
    {
      name: 'answers of a unit',
      path: path('/unit:jxj'),
      status: when(isCity && (who.role !== 'department' || who.unit === 'jxj')),
    },
    { name: 'answers of an indicator', path: path(`/indicator:${INDICATORS.embargoed}`), status: OK },
    { name: 'one’s own booklet', path: `${path('/book.docx')}&which=all`, status: OK },
  ]
}

/** Attribution answers everybody, with what is in sight or with why there is nothing; a sheet of nothing is refused. */
const dragDoors: readonly Door[] = ['parts', 'counties', 'projects', 'enterprises'].flatMap((subject): Door[] => {
  const path = (more: string) => `/api/analysis/drags${more}?subject=${subject}&period=${PERIOD}`
  return [
    { name: `attribution over ${subject}`, path: path(''), status: OK },
    { name: `sheet of attribution over ${subject}`, path: path('/export'), status: [200, 409] },
  ]
})

const OPEN_PATHS: readonly string[] = ['/api/open', '/api/openapi.json', '/metrics', '/healthz']

/** Every door an account is sent to, and what stands behind it. */
export const doorsFor = (who: Account, planted: Planted): Door[] => [
  { name: 'ledgers', path: '/api/ledgers', status: OK },
  ...ledgerDoors(who, planted),
  ...figureDoors(who, planted),
  ...comparisonDoors(who, planted),
  ...outlookDoors(who, planted),
  ...dragDoors,
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
  {
    name: 'a view of a domain',
    path: '/api/views/projects.same-project',
    status: when(seesProjects(who)),
    shows: who.holds.includes(TWIN_PLACE) ? [TWIN] : [],
  },
  ...firmPaperDoors(who, planted.firmPaper),
  ...answerDoors(who),
  ...findingDoors(who),
  ...evaluationDoors(who, planted.evaluations),
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
