import { type Finding, inquiries, QUICK_REPORT_LENGTH, quickReport, type Said, saidText } from '@yundiao/analysis'
import { economyCatalogue } from '@yundiao/domains/economy'
import { type LocalDate, parsePeriod, periodInWords, type RegionTree } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import type { FindingsView, FindingView, SaidView } from './analysis-findings-schema.ts'
import { BOARD_STREAMS, type BoardQuery, boardCache, ledgerRightsKey } from './board-cache.ts'
import { periodWords } from './board-period.ts'
import { FINDING_KIND } from './directive-words.ts'
import { type Basis, type Drawn, drawAll, type LeadOf, readBasis } from './finding-basis.ts'
import { dragFor } from './finding-drag.ts'
import { FINDING_LEDGERS } from './finding-ledgers.ts'
import { FINDING_LABELS, rarityWords, suggestedTitle } from './finding-words.ts'
import { formulaWords } from './formula-words.ts'
import { WITHDRAWN } from './item-facts.ts'
import { homeOf } from './open-ledger.ts'

const saidView = (said: Said): SaidView =>
  'formula' in said
    ? {
        shown: said.shown,
        formula: { ...said.formula, words: formulaWords(said.formula.id), inputs: [...said.formula.inputs] },
      }
    : said

const sentencesView = (sentences: readonly (readonly Said[])[]): SaidView[][] =>
  sentences.map((sentence) => sentence.map(saidView))

const sinceWords = (since: string | null): string | null => {
  const period = since === null ? null : parsePeriod(since)
  return period && periodInWords(period, 'ytd')
}

/** 全市 for the city; a county in full, a zone by its short name. */
const placeOf = (tree: RegionTree, city: string, code: string): string => {
  const region = tree.get(code)
  if (code === city || !region) return '全市'
  return region.kind === 'zone' ? region.shortName : region.name
}

const isInner = ({ id, figures }: Finding, { locked }: Basis, { open }: Drawn): boolean =>
  !open.has(id) || figures.some((ref) => locked.has(ref))

const marksOf = (finding: Finding, basis: Basis, all: Drawn): FindingView['marks'] => [
  ...(finding.mark === '演示' ? (['演示'] as const) : []),
  ...(isInner(finding, basis, all) ? (['内部'] as const) : []),
]

/** What an item made of it would rest on; null where it is no basis. */
const basisWords = (finding: Finding, all: Drawn): FindingView['basis'] => {
  const open = finding.mark === null ? all.open.get(finding.id) : undefined
  return open ? { words: open.sentences.map(saidText).join(''), figures: open.figures.length } : null
}

const leadView = (code: string, leadOf: LeadOf): Pick<FindingView, 'leadUnit' | 'leader'> => {
  const indicator = economyCatalogue.get(code)
  const lead = indicator ? leadOf(indicator) : null
  const leadUnit = lead?.unitId && lead.unit ? { id: lead.unitId, name: lead.unit } : null
  return { leadUnit, leader: lead?.leader ?? null }
}

const findingView = (finding: Finding, basis: Basis, all: Drawn, own: string | null): FindingView => {
  const { input, leadOf } = basis
  const { id, kind, indicator, label, region, period } = finding
  const place = placeOf(input.tree, input.regions.self, region)
  return {
    id,
    kind,
    kindLabel: FINDING_LABELS[kind],
    indicator,
    label,
    indicatorLabel: economyCatalogue.get(indicator)?.name ?? indicator,
    region,
    regionName: place,
    scope: region === input.regions.self ? 'city' : 'county',
    period,
    sentences: sentencesView(finding.sentences),
    questions: sentencesView(finding.questions),
    since: sinceWords(finding.since),
    rarity: rarityWords(finding.rarity),
    lacks: [...finding.lacks],
    ...leadView(indicator, leadOf),
    marks: marksOf(finding, basis, all),
    basis: basisWords(finding, all),
    drag: dragFor(finding, input.regions.self, own),
    suggestedTitle: suggestedTitle(kind, place, label),
    item: null,
  }
}

type Inquiries = FindingsView['inquiries']

/** 询问提纲 of what is published and real: the units asked are no early readers. */
const inquiriesOf = ({ open }: Drawn, { input, leadOf }: Basis): Inquiries => {
  const released = new Set<string>(input.figures.flatMap(({ ref, state }) => (state === 'released' ? [ref] : [])))
  const asked = [...open.values()].filter(
    ({ mark, figures }) => mark === null && figures.every((ref) => released.has(ref)),
  )
  const leads = new Map(asked.map((one) => [one.asked, leadView(one.asked, leadOf).leadUnit]))
  const units = new Map([...leads.values()].map((unit) => [unit?.id ?? null, unit]))
  return inquiries(asked, (one) => leads.get(one.asked)?.id ?? null).map(({ unit, questions }) => ({
    unit: units.get(unit) ?? null,
    questions: sentencesView(questions.map(({ said }) => said)),
  }))
}

const quickOf = ({ open }: Basis): FindingsView['quick'] => {
  const { text, sentences, leftOut } = quickReport(open)
  const reasons = Map.groupBy(leftOut, ({ why }) => why)
  return {
    text,
    sentences: sentencesView(sentences),
    length: [...text].length,
    most: QUICK_REPORT_LENGTH,
    leftOut: [...reasons].map(([why, rows]) => ({ why, names: rows.map(({ name }) => name) })),
  }
}

const NOTES: readonly string[] = [
  '按影响大小排列，同一情况只说一次；只说数字显示的事实和比较，不代替原因分析',
  '带点线的数都可打开出处；比较、拉动和后期需增长为测算',
  '“历史上少见”按同一数列以往各期变动比较，可比期数不足的不判断',
]

/** What the page shows; the findings behind it; those an item may be made of; the figures that are released. */
export type FoundFindings = {
  view: FindingsView
  found: readonly Finding[]
  open: ReadonlyMap<string, Finding>
  released: ReadonlySet<string>
}

const readFindings = async (store: Store, caller: Caller, query: BoardQuery): Promise<FoundFindings> => {
  const basis = await readBasis(store, caller, query)
  const all = drawAll(basis)
  const { period, on } = basis.input
  const view: FindingsView = {
    period,
    periodWords: periodWords(period),
    asKnownOn: on,
    findings: all.found.map((finding) => findingView(finding, basis, all, homeOf(caller))),
    inquiries: inquiriesOf(all, basis),
    quick: quickOf(basis),
    notes: [...NOTES],
  }
  const released = basis.open.figures.flatMap(({ ref, state }) => (state === 'released' ? [ref] : []))
  return { view, found: all.found, open: all.open, released: new Set(released) }
}

/** Findings as known on a day, kept by rights and by what figures, targets and posts there are. */
export const foundFindings = boardCache(readFindings, () => Date.now(), {
  streams: [...BOARD_STREAMS, ...FINDING_LEDGERS.map((id) => `ledger/${id}`)],
  rights: ledgerRightsKey,
})

/** Items made of findings, by finding; in the caller's sight, those taken back left out. */
export const readMadeItems = async (store: Store, caller: Caller, ids: readonly string[], on: LocalDate) => {
  const where = { sourceKind: FINDING_KIND, sourceNumber: ids }
  const items = ids.length === 0 ? [] : await store.records(caller, 'item', { where, on })
  return new Map(items.flatMap((item) => (item.state === WITHDRAWN ? [] : [[item.sourceNumber ?? '', item] as const])))
}

/** 研判要点 as the page shows them: which have been made into an item is read each time. */
export const readFindingsView = async (store: Store, caller: Caller, query: BoardQuery): Promise<FindingsView> => {
  const { view } = await foundFindings(store, caller, query)
  const ids = view.findings.map(({ id }) => id)
  const made = await readMadeItems(store, caller, ids, query.on)
  const withItem = (finding: FindingView): FindingView => {
    const item = made.get(finding.id)
    return item ? { ...finding, item: { id: item.id, number: item.number } } : finding
  }
  return { ...view, findings: view.findings.map(withItem) }
}
