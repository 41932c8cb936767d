import type * as Briefings from '@yundiao/briefings'
import type * as Directives from '@yundiao/directives'
import type * as Domains from '@yundiao/domains'
import type * as Figures from '@yundiao/figures'
import type * as Kernel from '@yundiao/kernel'
import type * as Ledgers from '@yundiao/ledgers'
import type * as Rules from '@yundiao/rules'
import { analysis, ON, type Samples, scorecards } from './purity-samples-numeric.ts'

const kernel: Samples<typeof Kernel> = {
  days: (k) => [k.addMonths(ON, 1), k.weekday(ON), k.dayInWords(ON), k.parseLocalDate(ON), k.dayNumber(ON)],
  periods: (k) =>
    ['2022', '2022H1', '2022Q1', '2022-03', '2022-01/02', '2022-04上', '2022-W17', ON].map((text) => {
      const period = k.parsePeriod(text)
      return period && [k.shiftPeriod(period, -3), k.samePeriodLastYear(period), k.periodInWords(period, 'ytd')]
    }),
  clock: (k) => {
    const calendar = k.workingDayCalendar(k.CHINA_HOLIDAYS)
    const pauses = [{ from: ON, to: ON, reason: '甲' }] as const
    const clock = { start: ON, allowed: { amount: 5, unit: 'working-days' }, pauses } as const
    return [k.isWorkingDay(calendar, ON), k.dueDay(clock, calendar), k.clockState(clock, ON, calendar)]
  },
  units: (k) => [k.toCanonical(784.28, '亿元'), k.showNumber(1234.5, 1, { groups: true }), k.showChange(-0.4)],
  posts: (k) => k.chargeOf([], { kind: 'unit', id: 'x' }, ON),
  states: (k) => k.STATES.toSorted(k.compareStates).map(k.lampOf),
  regions: (k) =>
    k.regionTree([{ code: '1', name: '甲', shortName: '甲', kind: 'city', parent: null, order: 1 }]).subtree('1'),
  problems: (k) => k.problemsPage(),
}

const condition: Rules.Expression = {
  and: [{ '>=': [{ var: 'a' }, 1] }, { '<': [{ 'add-days': [{ var: 'd' }, 1] }, { day: '2022-05-01' }] }],
}
const rule: Rules.ExpressionRule = {
  id: 'sample.rule',
  title: '样例',
  inputs: { a: { label: '甲', type: 'number' }, d: { label: '乙', type: 'day' } },
  versions: [
    {
      from: ON,
      cite: { document: '甲办法' },
      grade: 'C',
      expression: condition,
      vectors: [{ title: '甲', given: { a: 1, d: ON }, expect: true }],
    },
  ],
}

const rules: Samples<typeof Rules> = {
  check: (r) => r.checkExpression(condition, { a: 'number', d: 'day' }),
  compile: (r) => r.compileExpression(condition)({ a: 1, d: ON }),
  words: (r) => r.inWords(condition, rule.inputs),
  publish: (r) => [r.checkRule(rule), r.runVectors(rule)],
  judge: (r) => r.judgeBy(rule, ON)({ a: 1, d: ON }),
}

const figures: Samples<typeof Figures> = {
  references: (f) => f.printSeries(f.seriesKey({ indicator: 'gdp', measure: 'level', accumulation: 'ytd' })),
  countySheet: (f) => f.countyColumns('2022Q1', '2022年一季度'),
  required: (f) => f.requiredGrowth({ target: 0.07, share: 0.22, growth: 0.066 }),
  sheet: (f) => f.csvToFigures({ name: 'sample.csv', text: SHEET, sha256: 'ab' }, sheetContext(f)),
  board: (f) => {
    const { drafts } = f.csvToFigures({ name: 'sample.csv', text: SHEET, sha256: 'ab' }, sheetContext(f))
    const found = drafts.map((draft): Figures.FoundFigure => {
      const { series, region, period, value, printed, printedUnit, round } = draft
      const ref = `fig:510700/${f.printSeries(series)}/${region}/${period}@1` as const
      return { series, region, period, value, printed, printedUnit, ref, round, state: 'released', knownOn: ON }
    })
    const regions = { self: '510700', province: '510000', nation: '100000' }
    return f.boardOf({
      catalogue: sheetContext(f).catalogue,
      figures: found,
      targets: [],
      period: '2022Q1',
      regions,
      on: ON,
    })
  },
}

const SHEET = `region_code,region_name,period,period_type,indicator_code,indicator_name,value,unit,yoy_pct,status,note,source,source_date
510700,绵阳市,2022Q1,ytd,gdp,地区生产总值,784.28,亿元,6.6,初步核算,,http://x,2022-04-21`

const sheetContext = (f: typeof Figures): Figures.ImportContext => ({
  catalogue: f.catalogueOf(
    [f.indicator({ code: 'gdp', name: '地区生产总值', growth: 'real', leadDuty: 'statistics' })],
    [],
  ),
  regions: new Set(['510700']),
  zones: {},
  concepts: [],
  dimensions: {},
  ranks: {},
  mapping: 'sample.1',
})

const sampleLedger = (l: typeof Ledgers) =>
  l.defineLedger({
    id: 'sample.row',
    title: '样例',
    owner: l.duty('development'),
    key: 'name',
    fields: { name: l.text('名称', { searchable: true }), price: l.maybe(l.money('价款')), on: l.maybe(l.day('日期')) },
    states: ['甲', '乙'],
  })

const ledgers: Samples<typeof Ledgers> = {
  duty: (l) => l.duty('natural-resources'),
  definition: (l) => [l.checkDefinition(sampleLedger(l)), l.planLedger(null, sampleLedger(l))],
  entry: (l) => l.parseEntry(sampleLedger(l), { name: '甲', price: '1,234.5', on: '2022年4月26日' }, 'new'),
  list: (l) =>
    l.compileListQuery(sampleLedger(l), { city: '510700', clearance: 'internal', search: '甲项', asKnownOn: ON }),
}

const READOUT = `嘉禾区人民政府专题会议纪要
2022年4月26日，区长甲某某主持召开专题会议。会议议定：
一、由区水务局牵头，6月25日前完成23处易涝点清淤疏浚，各街道配合。
二、区应急局要补齐防汛物资，6月底前报区防汛办备案。`

const directives: Samples<typeof Directives> = {
  readout: (d) => d.parseReadout(READOUT),
  drafts: (d) => d.draftItems(d.parseReadout(READOUT), READOUT, { issuedOn: ON }),
  simplified: (d) => d.simplify('會議強調'),
}

const paper: Briefings.Paper = {
  kind: 'sample',
  title: '样例',
  city: { code: '510700', name: '绵阳市' },
  asKnownOn: ON,
  checkpoint: null,
  blocks: [
    {
      kind: 'paragraph',
      runs: [
        { text: '地区生产总值' },
        { figure: 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1', shown: '784.28亿元' },
        { text: '，共12项。' },
      ],
    },
  ],
  foot: { preparedBy: null },
}

const briefings: Samples<typeof Briefings> = {
  binding: (b) => b.checkBinding(paper),
  dump: (b) => b.dumpPaper(paper),
  review: (b) =>
    b.quarterReviewPaper({
      ...paper,
      year: 2022,
      quarter: 1,
      rows: [],
      previousItems: [],
      preparedBy: null,
      reportedBy: null,
    }),
  inquiries: (b) =>
    b.inquirySheetPaper({
      ...paper,
      periodWords: '2022年一季度',
      units: [{ unit: null, questions: [[{ text: '甲' }, { free: '2022年' }]] }],
      preparedBy: null,
    }),
  answers: (b) => {
    const place = { kind: 'county', words: [], tasks: [], findings: [], drags: [] } as const
    const line = { indicator: 'gdp', label: '甲', unit: '亿元', growth: { ref: 'fig:a', shown: '6.6' } } as const
    const sees = { projects: true, enterprises: true }
    const places = ['a', 'b', 'c'].map((id) => ({ ...place, id, name: id, lines: [line], sees }))
    const input = { city: paper.city, periodWords: '一季度', asKnownOn: ON, places, units: [], indicators: [] } as const
    return b.answerBookPaper({ ...input, seesAllPlaces: true }, ['place:a'], { checkpoint: null, foot: paper.foot })
  },
  findings: (b) =>
    b.findingsSheet({ periodWords: '', lines: [], reporter: '', asKnownOn: ON, notes: [], checkpoint: null }),
}

const projectRow = (id: string, name: string) => ({
  id,
  region: '510700',
  unit: null,
  state: '在建',
  knownFrom: ON,
  demo: false,
  values: { name },
})

const domains: Samples<typeof Domains> = {
  // Whatever a domain adds, its views must answer over nothing at all.
  views: (d) =>
    d.domains
      .flatMap((domain) => domain.views)
      .map((view) => view.answer(Object.fromEntries(Object.keys(view.reads).map((name) => [name, []])), {}, ON)),
  'projects.same-project': (d) =>
    d.domains
      .flatMap((domain) => domain.views)
      .find((view) => view.id === 'projects.same-project')
      ?.answer({ projects: [projectRow('1', '甲县乙产业园一期'), projectRow('2', '甲县乙产业园1期')] }, {}, ON),
  definitions: (d) => d.domains.map((domain) => [domain.id, domain.ledgers, domain.rules, domain.figures]),
}

type PurePackage = {
  id: string
  load: () => Promise<object>
  samples: Readonly<Record<string, (exports: never) => unknown>>
}

/** Every pure package, loaded only when asked, and what of it is run. One without samples is still loaded. */
export const PURE_PACKAGES: readonly PurePackage[] = [
  { id: 'kernel', load: () => import('@yundiao/kernel'), samples: kernel },
  { id: 'rules', load: () => import('@yundiao/rules'), samples: rules },
  { id: 'figures', load: () => import('@yundiao/figures'), samples: figures },
  { id: 'ledgers', load: () => import('@yundiao/ledgers'), samples: ledgers },
  { id: 'directives', load: () => import('@yundiao/directives'), samples: directives },
  { id: 'scorecards', load: () => import('@yundiao/scorecards'), samples: scorecards },
  { id: 'analysis', load: () => import('@yundiao/analysis'), samples: analysis },
  { id: 'briefings', load: () => import('@yundiao/briefings'), samples: briefings },
  { id: 'domains', load: () => import('@yundiao/domains'), samples: domains },
]
