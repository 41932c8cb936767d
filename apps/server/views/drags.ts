import { kindKey, PUBLISHED } from '@yundiao/analysis'
import {
  breakBetween,
  DEMONSTRATION,
  growthMeasureOf,
  seriesKey,
  type TargetFact,
  ytdBefore,
  ytdLastYear,
} from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { boardPeriod, periodWords } from './board-period.ts'
import { kindLabel } from './compared-places.ts'
import { refusedDrag } from './drag-cells.ts'
import { enterpriseAnswer } from './drag-enterprises.ts'
import { figureAnswer } from './drag-figure-answer.ts'
import { type Beside, countiesOf, partsOf, readDragFigures } from './drag-figures.ts'
import type { LedgerAsk } from './drag-frame.ts'
import { basisWords, type DragOptions, dragBasis, dragIndicator, optionsOf, SUBJECT_LABELS } from './drag-options.ts'
import { projectAnswer } from './drag-projects.ts'
import type { Against, DragOpen, DragOutcome, DragSubject, Drags } from './drag-schema.ts'
import { indicatorOf } from './indicator.ts'
import { homeOf } from './open-ledger.ts'
import { type Places, readPlaces } from './places.ts'
import { readBreaks } from './series-breaks.ts'
import { readTargets } from './targets.ts'

export type DragsAsked = {
  /** Left out, the counties; for who sees one place only, its projects. */
  subject?: DragSubject | undefined
  indicator?: string | undefined
  against?: Against | undefined
  period?: string | undefined
  region?: string | undefined
  group?: string | undefined
  /** Which kind of figures (`kindKey`); left out or not held by all parts, the first that is. */
  kind?: string | undefined
  on: LocalDate
  /** For a paper: no single enterprise, whoever asks. */
  paper?: boolean
}

/** The question with everything that was left out filled in. */
type Question = {
  subject: DragSubject
  indicator: string
  against: Against
  period: string
  region: string | null
  /** The one place inside the city the reader sees, to which ledgers are bounded; null where there are several. */
  own: string | null
  group: string | null
  kind: string | undefined
  on: LocalDate
  paper: boolean
}

const besideOf = ({ against, period }: Question): Beside => {
  if (against === 'province') return { period, isOtherRegion: true, words: '全省' }
  const other = (against === 'last-period' ? ytdBefore(period) : ytdLastYear(period)) ?? period
  return { period: other, isOtherRegion: false, words: periodWords(other) }
}

const isRate = ({ measure, value, operator }: TargetFact, wanted: string): boolean =>
  measure === wanted && value !== null && operator !== null

/** The year's growth target of the city that a number can be held against. */
const targetOf = async (
  store: Store,
  caller: Caller,
  { indicator, period, on }: Question,
): Promise<TargetFact | null> => {
  const held = await readTargets(store, caller, on, { year: Number(period.slice(0, 4)), indicator })
  const measure = growthMeasureOf(indicatorOf(indicator))
  return held.find((one) => one.region === caller.city && isRate(one, measure)) ?? null
}

const NO_AMOUNT: Readonly<Record<string, string>> = {
  iva: '规上工业增加值不公布绝对额，不能折算各县区拉动；各县区增速见“对比”',
  fai: '固定资产投资按可比口径只公布增速，不能折算各县区拉动；项目一级见“投资项目”',
}

/** What cannot be asked of an indicator, whatever its figures. */
const refusalOf = ({ subject, indicator, against }: Question): DragOutcome | null => {
  const { growth } = indicatorOf(indicator)
  const noAmount = subject === 'counties' ? NO_AMOUNT[indicator] : undefined
  if (noAmount !== undefined) return refusedDrag('not-applicable', noAmount)
  if (against === 'value' && growth !== 'real')
    return refusedDrag('not-applicable', '量、价分不开：该指标只有现价数，没有不变价增速')
  return null
}

/** An answer over figures, with the kinds that could be asked for and the one it is of. */
type Answered = { outcome: DragOutcome; kind: string | null; kinds: DragOptions['against'] }

const bare = (outcome: DragOutcome): Answered => ({ outcome, kind: null, kinds: [] })

/** A declared break between last year's amounts and this year's of the whole or a part; null where none lies there. */
const partedBy = async (
  store: Store,
  caller: Caller,
  { period, on }: Question,
  { whole, parts }: NonNullable<ReturnType<typeof partsOf>>,
): Promise<string | null> => {
  const breaks = await readBreaks(store, caller, on)
  const lastYear = ytdLastYear(period)
  if (breaks.length === 0 || lastYear === null) return null
  const found = [whole, ...parts].flatMap(({ indicator, region, name }) => {
    const series = seriesKey({ indicator: indicator.code, measure: 'level', accumulation: indicator.accumulation })
    const one = breakBetween({ series, region, period }, { series, region, period: lastYear }, breaks)
    return one ? [`${name}${one.why}`] : []
  })
  return found[0] ?? null
}

const figuresOutcome = async (store: Store, caller: Caller, question: Question, places: Places): Promise<Answered> => {
  const { subject, indicator, against, period, on } = question
  const refused = refusalOf(question)
  if (refused) return bare(refused)
  const addresses = subject === 'parts' ? partsOf(indicator, places) : countiesOf(indicator, places)
  if (!addresses) return bare(refusedDrag('not-applicable', '该指标没有公布的分项'))
  const seen = new Set([...caller.regions, ...caller.references])
  if (addresses.parts.some(({ region }) => !seen.has(region)))
    return bare(refusedDrag('not-applicable', '当前账号只能看本地的数，不能分摊全市；本地的项目和企业请改选归因对象'))
  const beside = besideOf(question)
  const parted = against === 'value' ? await partedBy(store, caller, question, addresses) : null
  if (parted !== null) return bare(refusedDrag('base-revised', `不能归因：${parted}`))
  const figures = await readDragFigures(store, caller, { ...addresses, period, beside, on, kind: question.kind })
  const answered = (outcome: DragOutcome): Answered => ({
    outcome,
    kind: kindKey(figures.kind),
    kinds: figures.kinds.map((kind) => ({ key: kindKey(kind), label: kindLabel(kind) })),
  })
  const target = against === 'target' ? await targetOf(store, caller, question) : null
  if (against === 'target' && figures.kind.concept === DEMONSTRATION)
    return answered(refusedDrag('target-missing', '演示数据没有年度目标，不能与真实目标比'))
  if (against === 'target' && target === null)
    return answered(
      refusedDrag('target-missing', `${period.slice(0, 4)}年该指标的增速目标待明确，请在“指标总表”补登后再看`),
    )
  const openOf = (key: string): DragOpen | null => {
    if (subject === 'counties') return { subject: 'enterprises', indicator: 'output', region: key, group: null }
    return partsOf(key, places) ? { subject, indicator: key, region: null, group: null } : null
  }
  return answered(
    figureAnswer({
      against,
      isOneBeside: subject === 'counties',
      indicator: indicatorOf(indicator),
      figures,
      besideWords: beside.words,
      target,
      openOf,
    }),
  )
}

const NO_PRICE = '量价分解要有产品产量和单价（或现价、不变价两套产值），调度表只有产值和用电量，不能分解'

const ledgerOutcome = async (
  store: Store,
  caller: Caller,
  question: Question,
  ask: LedgerAsk,
): Promise<DragOutcome> => {
  const { subject, period, on, against, indicator, paper } = question
  if (subject === 'projects') return projectAnswer(store, caller, { ask, period, on })
  if (against === 'value') return refusedDrag('not-applicable', NO_PRICE)
  const measure = indicator === 'power' ? 'power' : 'output'
  return enterpriseAnswer(store, caller, { ask, measure, period, on, paper })
}

const isFigures = (subject: DragSubject): boolean => subject === 'parts' || subject === 'counties'

/** 全市 › 江油 › 黑色金属冶炼和压延加工业, each a way back; from 江油 on for who sees 江油 only. */
const pathOf = (question: Question, ask: LedgerAsk): Drags['path'] => {
  const { subject, indicator, region, group, own } = question
  if (subject === 'parts' && indicator !== 'gdp')
    return [
      { label: indicatorOf('gdp').shortName, open: { ...ask.open(null, null), indicator: 'gdp' } },
      { label: indicatorOf(indicator).shortName, open: ask.open(null, null) },
    ]
  return [
    ...(own === null || isFigures(subject) ? [{ label: '全市', open: ask.open(null, null) }] : []),
    ...(region === null ? [] : [{ label: ask.placeOf(region)?.shortName ?? region, open: ask.open(region, null) }]),
    ...(group === null ? [] : [{ label: group, open: ask.open(region, group) }]),
  ]
}

const titleOf = ({ subject, indicator, against, period }: Question, path: Drags['path']): string => {
  const what = optionsOf(subject).indicators.find(({ key }) => key === indicator)?.label ?? ''
  const places = isFigures(subject) ? [] : path.filter(({ open }) => open.region !== null).map(({ label }) => label)
  return `${periodWords(period)}${places.join('·')}${what}归因：${SUBJECT_LABELS[subject]}${basisWords(against)}`
}

/** Said in the title of an answer over figures that nobody published: 预计数. */
const kindMark = (kind: string | null, kinds: Answered['kinds']): string => {
  const label = kinds.find(({ key }) => key === kind)?.label
  return kind === null || kind === kindKey(PUBLISHED) || label === undefined ? '' : `（${label}）`
}

/** 归因: who makes the gap, of the subject and basis asked; what was left out is filled in and said in the answer. */
export const readDrags = async (store: Store, caller: Caller, asked: DragsAsked): Promise<Drags> => {
  const { on, paper = false } = asked
  const own = homeOf(caller)
  const subject = asked.subject ?? (own === null ? 'counties' : 'projects')
  const period = await boardPeriod(store, caller, on, asked.period)
  const region = isFigures(subject) ? null : asked.region || own
  const question: Question = {
    subject,
    indicator: dragIndicator(subject, asked.indicator),
    against: dragBasis(subject, asked.against),
    period,
    region,
    own,
    group: region === null ? null : asked.group || null,
    kind: asked.kind,
    on,
    paper,
  }
  const places = await readPlaces(store, caller)
  const open = (at: string | null, group: string | null): DragOpen => ({
    subject,
    indicator: question.indicator,
    region: at,
    group,
  })
  const ask: LedgerAsk = {
    region,
    group: question.group,
    of: region !== null && own === null ? '全市' : '',
    placeOf: (code) => places.tree.get(code) ?? undefined,
    open,
  }
  const path = pathOf(question, ask)
  const { outcome, kind, kinds } = isFigures(subject)
    ? await figuresOutcome(store, caller, question, places)
    : bare(await ledgerOutcome(store, caller, question, ask))
  const isDemo = outcome.kind === 'drag' && outcome.demo
  return {
    subject,
    indicator: question.indicator,
    against: question.against,
    kind,
    period,
    on,
    title: `${titleOf(question, path)}${isDemo ? '（演示）' : kindMark(kind, kinds)}`,
    options: { ...optionsOf(subject), kinds },
    path,
    outcome,
  }
}
