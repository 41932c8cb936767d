import { kindKey, PUBLISHED } from '@yundiao/analysis'
import {
  againstRate,
  type Drag,
  type DragLine,
  type DragPart,
  gapDrag,
  pullDrag,
  valueDrag,
} from '@yundiao/domains/economy'
import { DEMONSTRATION, type FigureRef, type Indicator, type Refusal, refuse, type TargetFact } from '@yundiao/figures'
import { fromCanonical, MINUS, showNumber } from '@yundiao/kernel'
import { kindLabel } from './compared-places.ts'
import { POINT_DIGITS, pointsShown, proofOf, shareCell, signed, textCell, workedCell } from './drag-cells.ts'
import type { DragFigures } from './drag-figures.ts'
import { isAnyPublished, OURS_HEAD, oursCell, publishedCell, publishedNotes, publishedShown } from './drag-published.ts'
import type { Against, DragCell, DragDrawn, DragEnd, DragOpen, DragOutcome, DragRow } from './drag-schema.ts'
import { figOf } from './fig.ts'
import { targetInWords } from './targets.ts'

export type FigureQuestion = {
  against: Against
  /** That there is one growth beside them all, not one for each part: counties against the province. */
  isOneBeside: boolean
  indicator: Indicator
  figures: DragFigures
  /** Words of the other side: 2021年, 全省, 2021年一季度. */
  besideWords: string
  target: TargetFact | null
  openOf: (key: string) => DragOpen | null
}

const MADE: Readonly<Record<string, string>> = {
  structure: '其中：结构',
  rate: '其中：速度',
  volume: '其中：量',
  mix: '其中：结构',
  price: '其中：价格',
}

/** How a basis is reckoned: pulls, a gap with a growth beside each part, distance from one growth, a change of value. */
type Way = 'pull' | 'gap' | 'rate' | 'value'

const wayOf = ({ against, isOneBeside }: FigureQuestion): Way => {
  if (against === 'value') return 'value'
  if (against === 'last-period' || against === 'last-year-growth') return 'gap'
  if (against === 'province') return isOneBeside ? 'rate' : 'gap'
  return against === 'target' || against === 'city-mean' ? 'rate' : 'pull'
}

/** The one growth all parts are held against, with its figure where it is one; null where nobody told it. */
const rateOf = ({ against, figures: { whole }, target }: FigureQuestion): Parameters<typeof againstRate>[2] | null => {
  if (against === 'target') return { value: target?.value ?? Number.NaN, ref: null }
  return against === 'province' ? whole.besideGrowth : whole.growth
}

/** What a basis reckons, or why it cannot. */
const dragOf = (question: FigureQuestion): Drag | Refusal => {
  const { whole, parts } = question.figures
  const way = wayOf(question)
  if (way === 'gap') return gapDrag(whole, parts)
  if (way === 'value') return valueDrag(whole, parts)
  if (way === 'pull') return pullDrag(whole, parts)
  const rate = rateOf(question)
  const made = againstRate(whole, parts, rate ?? { value: Number.NaN, ref: null })
  if (rate !== null || made.kind === 'refused') return made
  return refuse('input-missing', `不能归因：没有与各县区同一来源、口径的${question.besideWords}增速`)
}

const isAmount = (against: Against): boolean => against === 'value'
const besideIs = (question: FigureQuestion): 'level' | 'growth' | null => {
  const way = wayOf(question)
  return way === 'value' ? 'level' : way === 'gap' ? 'growth' : null
}
const hasShare = (against: Against): boolean => against !== 'city-mean'
const madeOf = (question: FigureQuestion): readonly string[] => {
  const way = wayOf(question)
  return way === 'value' ? ['volume', 'mix', 'price'] : way === 'gap' ? ['structure', 'rate'] : []
}

const AMOUNT_DIGITS = 2
const YI = 1e8

const effectShown = (value: number, against: Against): string =>
  isAmount(against) ? signed(value / YI, AMOUNT_DIGITS) : pointsShown(value)

const headsOf = (question: FigureQuestion, drag: Drag): string[] => {
  const { against, besideWords } = question
  const beside = besideIs(question)
  return [
    '总量（亿元）',
    '增速（%）',
    ...(beside === null ? [] : [`${besideWords}${beside === 'level' ? '总量（亿元）' : '增速（%）'}`]),
    isAmount(against) ? '增减额（亿元）' : against === 'last-year' ? '拉动（个百分点）' : '影响（个百分点）',
    ...madeOf(question).map((key) => MADE[key] ?? key),
    ...(hasShare(against) ? [against === 'last-year' ? '贡献率（%）' : '占比（%）'] : []),
    ...(isAnyPublished(drag) ? [OURS_HEAD] : []),
  ]
}

const figureCell = ({ figures, indicator }: FigureQuestion, ref: FigureRef | undefined): DragCell | null => {
  const figure = ref === undefined ? undefined : figures.found.get(ref)
  return figure ? { kind: 'figure', fig: figOf(figure, indicator) } : null
}

const ownCells = (question: FigureQuestion, part: DragPart): (DragCell | null)[] => {
  const beside = besideIs(question)
  return [
    figureCell(question, part.level?.ref),
    figureCell(question, part.growth?.ref),
    ...(beside === null
      ? []
      : [figureCell(question, beside === 'level' ? part.besideLevel?.ref : part.besideGrowth?.ref)]),
  ]
}

/** Share of the whole's effect, with what it was reckoned of. */
const shareOf = ({ share, inputs, published }: Omit<DragLine, 'key'>, drag: Drag): DragCell | null =>
  share === null
    ? textCell('—')
    : workedCell({
        value: share,
        shown: showNumber(share * 100, 1, { minus: MINUS }),
        unitShown: '%',
        formula: drag.formula === 'part.pull' && published === undefined ? 'part.contribution' : 'part.share',
        inputs,
      })

type Part = { line: Omit<DragLine, 'key'>; part: DragPart }

const effectCells = (question: FigureQuestion, { line, part }: Part, drag: Drag): (DragCell | null)[] => {
  const { against, figures } = question
  const of = figures.indicators.get(part.key) ?? question.indicator
  const worked = (value: number): DragCell =>
    workedCell({
      value,
      shown: effectShown(value, against),
      unitShown: isAmount(against) ? '亿元' : '个百分点',
      formula: line.formula ?? drag.formula,
      inputs: line.inputs,
    })
  const told = (ref: FigureRef | null | undefined) => publishedCell(figures.found, ref, of)
  const ours = oursCell(line, refsOf(part))
  const made = madeOf(question).map((key): DragCell | null => {
    const value = line.made[key as keyof DragLine['made']]
    return value === undefined ? null : worked(value)
  })
  return [
    told(line.published?.pull) ?? worked(line.effect),
    ...made,
    ...(hasShare(against) ? [told(line.published?.contribution) ?? shareOf(line, drag)] : []),
    ...(isAnyPublished(drag) ? [ours] : []),
  ]
}

const refsOf = ({ level, growth }: DragPart): FigureRef[] => [level, growth].flatMap((one) => (one ? [one.ref] : []))

const rowOf = (question: FigureQuestion, drag: Drag, part: DragPart): DragRow[] => {
  const line = drag.lines.find(({ key }) => key === part.key)
  if (!line) return []
  return [
    {
      key: part.key,
      label: part.name,
      kind: 'part',
      effect: line.effect,
      shown: publishedShown(question.figures.found, line) ?? effectShown(line.effect, question.against),
      cells: [...ownCells(question, part), ...effectCells(question, { line, part }, drag)],
      open: question.openOf(part.key),
      entry: null,
      note: null,
      demo: question.figures.kind.concept === DEMONSTRATION,
    },
  ]
}

const restRow = (question: FigureQuestion, drag: Drag): DragRow => {
  const { against } = question
  const shown = effectShown(drag.rest, against)
  const blank = ownCells(question, question.figures.whole).map(() => null)
  const made = madeOf(question).map(() => null)
  // Contributions are of what the parts make together: nothing of them is left over.
  const share = drag.effect === 0 || drag.formula === 'part.pull' ? null : drag.rest / drag.effect
  return {
    key: 'rest',
    label: '未分摊',
    kind: 'rest',
    effect: drag.rest,
    shown,
    cells: [
      ...blank,
      textCell(shown),
      ...made,
      ...(hasShare(against) ? [shareCell(share)] : []),
      ...(isAnyPublished(drag) ? [null] : []),
    ],
    open: null,
    entry: null,
    note: '公布数四舍五入、现价权重与不变价增速之差',
    demo: false,
  }
}

const NAMES: Readonly<Partial<Record<Against, string>>> = { province: '全省', target: '年度目标', 'city-mean': '全市' }

const endsOf = (question: FigureQuestion, drag: Drag): { start: DragEnd | null; end: DragEnd } => {
  const { against, figures, besideWords, target } = question
  if (isAmount(against))
    return { start: null, end: { label: '增减额', value: drag.effect, shown: effectShown(drag.effect, against) } }
  const percent = (value: number): string => showNumber(value * 100, 1, { minus: MINUS })
  const now = figures.whole.growth?.value ?? 0
  const end = { label: '本期增速', value: now, shown: percent(now) }
  if (against === 'last-year') return { start: null, end }
  const before =
    against === 'target' ? target?.value : against === 'city-mean' ? now : figures.whole.besideGrowth?.value
  const label = `${NAMES[against] ?? besideWords}增速`
  return { start: { label, value: before ?? 0, shown: percent(before ?? 0) }, end }
}

const BASES: Readonly<Partial<Record<Against, string>>> = {
  'last-year': '拉动 = 本项增减额 ÷ 基期总量，基期由本期总量和增速倒推，属测算；贡献率 = 本项增减额 ÷ 各项增减额之和。',
  'last-period': '比的是两期累计增速；影响分为速度（本项变快变慢）和结构（本项比重变了）。',
  'last-year-growth': '比的是本期和上年同期的累计增速；影响分为速度（本项变快变慢）和结构（本项比重变了）。',
  'city-mean': '高于全市增速的为正，低于的为负，相抵为零。',
  target: '本项增速与目标增速之差，按基期比重计。',
  value: '物量按不变价增速推算，价格由现价与物量相比得出；结构指高低价项目此消彼长。',
}

const PROVINCE = {
  rate: '各县区增速与全省增速之差，按基期比重计；全省没有分县区的数，不分速度和结构。',
  gap: '影响分为速度（本项比全省快慢）和结构（本项比重与全省不同）。',
} as const

const kindNote = ({ kind }: FigureQuestion['figures']): string[] => {
  if (kindKey(kind) === kindKey(PUBLISHED)) return []
  return [kind.concept === DEMONSTRATION ? '各项均为演示数据，非真实数据' : `各项均为${kindLabel(kind)}，不是公布数`]
}

const notesOf = ({ against, isOneBeside, figures, target }: FigureQuestion): string[] => [
  ...(against === 'province' ? [isOneBeside ? PROVINCE.rate : PROVINCE.gap] : []),
  ...(BASES[against] ? [BASES[against]] : []),
  ...(target && against === 'target' ? [`年度目标：${targetInWords(target)}`] : []),
  ...kindNote(figures),
]

/** An answer over figures: rows with their 出处, a remainder, and the line that adds it up. */
export const figureAnswer = (question: FigureQuestion): DragOutcome => {
  const drag = dragOf(question)
  if (drag.kind === 'refused') return { kind: 'refused', code: drag.reason, why: drag.message }
  const { figures, against } = question
  const rows = figures.parts
    .flatMap((part) => rowOf(question, drag, part))
    .sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0))
  const all = [...rows, restRow(question, drag)]
  const unit: DragDrawn['unit'] = isAmount(against) ? '亿元' : '个百分点'
  const scale = isAmount(against) ? (fromCanonical(1, '亿元') ?? 1) : 100
  const inputs = ownCells(question, figures.whole).flatMap((cell) => (cell?.kind === 'figure' ? [cell.fig.ref] : []))
  const nameOf = new Map(figures.parts.map(({ key, name }) => [key, name]))
  const whole = { effect: drag.effect, share: drag.effect === 0 ? null : 1, made: {}, inputs: inputs as FigureRef[] }
  return {
    kind: 'drag',
    unit,
    ...endsOf(question, drag),
    heads: headsOf(question, drag),
    total: [...ownCells(question, figures.whole), ...effectCells(question, { line: whole, part: figures.whole }, drag)],
    rows: all,
    proof: proofOf(
      all.map(({ effect }) => (effect ?? 0) * scale),
      drag.effect * scale,
      { digits: isAmount(against) ? AMOUNT_DIGITS : POINT_DIGITS, unit },
    ),
    notes: [...notesOf(question), ...publishedNotes(drag, (key) => nameOf.get(key) ?? key)],
    demo: figures.kind.concept === DEMONSTRATION,
  }
}
