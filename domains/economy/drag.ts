import { breakGap, breakValue, type Contribution, contributions } from '@yundiao/analysis'
import { type FigureRef, type FormulaId, type Refusal, refuse } from '@yundiao/figures'

/** A figure that can be reckoned with. */
export type Known = { value: number; ref: FigureRef }

/** A part of a whole, or the whole itself: its amount and growth now, and those it is set beside. Null is not there. */
export type DragPart = {
  key: string
  name: string
  level: Known | null
  growth: Known | null
  /** Whose the next two are, as people say it: 全省, 2021年. */
  beside: string
  /** Of the last period, of the province, or of last year: what the question asks for. */
  besideLevel: Known | null
  besideGrowth: Known | null
  /** 拉动 and 贡献率 as the bureau published them of this part in this whole. */
  pull?: Known | null
  contribution?: Known | null
}

/** What one part does to the whole: points of its growth (ratio), or 元 for a change of value. */
export type DragLine = {
  key: string
  effect: number
  /** effect ÷ the whole's effect, of pulls the part's change ÷ that of all parts; null when that is nothing. */
  share: number | null
  /** What the effect is made of, in the same unit: 结构 and 速度, or 量, 结构 and 价格. */
  made: Readonly<Partial<Record<'structure' | 'rate' | 'volume' | 'mix' | 'price', number>>>
  inputs: readonly FigureRef[]
  /** Where the bureau published the effect or the share: what stands in place of ours, and ours beside it. */
  published?: { pull: FigureRef | null; contribution: FigureRef | null; ours: number | null }
  /** How the effect came about, where it is not the answer's own formula. */
  formula?: FormulaId
}

export type Drag = {
  kind: 'drag'
  /** What is to be explained, as published: a growth, a gap of growth rates, a change of value. */
  effect: number
  /** In the order of the parts. */
  lines: readonly DragLine[]
  /** effect less all lines (未分摊): rounding of what was published, current weights beside constant growth. */
  rest: number
  formula: FormulaId
}

type Wanted = 'level' | 'growth' | 'besideLevel' | 'besideGrowth'

/** 全省一产增速, 二产总量: a figure as people ask for it. */
const wordsOf = (part: DragPart, one: Wanted): string => {
  const isBeside = one === 'besideLevel' || one === 'besideGrowth'
  const kind = one === 'level' || one === 'besideLevel' ? '总量' : '增速'
  return `${isBeside ? part.beside : ''}${part.name}${kind}`
}

const missingOf = (part: DragPart, wanted: readonly Wanted[]): string[] =>
  wanted.filter((one) => part[one] === null).map((one) => wordsOf(part, one))

type Needs = { whole: readonly Wanted[]; parts: readonly Wanted[] }

/** Refuses what lacks by name; half the parts explain nothing. */
const lacking = (whole: DragPart, parts: readonly DragPart[], needs: Needs): Refusal | null => {
  if (parts.length === 0) return refuse('input-missing', '不能归因：没有分项')
  const missing = [...missingOf(whole, needs.whole), ...parts.flatMap((part) => missingOf(part, needs.parts))]
  if (missing.length === 0) return null
  const few = missing.slice(0, 4).join('、')
  return refuse(
    'input-missing',
    `不能归因：缺${few}${missing.length > 4 ? `等${missing.length}项` : ''}，未报送或未公布`,
  )
}

const of = (part: DragPart, one: Wanted): number => part[one]?.value ?? Number.NaN
const refsOf = (part: DragPart, wanted: readonly Wanted[]): FigureRef[] =>
  wanted.flatMap((one) => (part[one] ? [part[one].ref] : []))

type Effect = Pick<DragLine, 'effect' | 'made'>

const dragOf = (
  effect: number,
  parts: readonly DragPart[],
  effects: readonly Effect[],
  { wanted, formula }: { wanted: readonly Wanted[]; formula: FormulaId },
): Drag => ({
  kind: 'drag',
  effect,
  lines: parts.map((part, at) => {
    const { effect: own, made } = effects[at] ?? { effect: 0, made: {} }
    return { key: part.key, effect: own, share: effect === 0 ? null : own / effect, made, inputs: refsOf(part, wanted) }
  }),
  rest: effect - effects.reduce((sum, one) => sum + one.effect, 0),
  formula,
})

const PULL_NEEDS = ['level', 'growth'] as const

/** Our own pulls, one a part; refused when a part lacks. */
const reckonedPulls = (whole: DragPart, parts: readonly DragPart[]): readonly Contribution[] | Refusal => {
  const fault = lacking(whole, parts, { whole: ['growth'], parts: PULL_NEEDS })
  if (fault) return fault
  const got = contributions(
    parts.map((part) => ({ name: part.key, level: of(part, 'level'), growth: of(part, 'growth') })),
  )
  return got.kind === 'refused' ? got : got.parts
}

/** What the bureau published of a part in place of our own; a published 贡献率 alone gives its 拉动 by the whole's growth. */
const publishedLine = (part: DragPart, whole: DragPart, line: DragLine): DragLine => {
  const { pull = null, contribution = null } = part
  if (pull === null && contribution === null) return line
  const growth = of(whole, 'growth')
  const effect = pull?.value ?? (contribution?.value ?? Number.NaN) * growth
  const byShare = contribution !== null && whole.growth ? [contribution.ref, whole.growth.ref] : []
  const ours = Number.isFinite(line.effect) ? line.effect : null
  return {
    ...line,
    effect,
    share: contribution?.value ?? (growth === 0 ? null : effect / growth),
    published: { pull: pull?.ref ?? null, contribution: contribution?.ref ?? null, ours },
    ...(pull === null
      ? { formula: 'part.pull-of-share' as const, inputs: byShare }
      : { inputs: whole.growth ? [pull.ref, whole.growth.ref] : [pull.ref] }),
  }
}

/**
 * 拉动: points of the whole's growth that each part makes, and 贡献率 as its share of them. What the bureau published
 * stands in place of ours; where it published a 拉动 or 贡献率 of every part, no amounts are needed. Refused when a part lacks both.
 */
export const pullDrag = (whole: DragPart, parts: readonly DragPart[]): Drag | Refusal => {
  const ours = reckonedPulls(whole, parts)
  const isTold = ({ pull, contribution }: DragPart): boolean => pull != null || contribution != null
  if ('kind' in ours && !(whole.growth && parts.length > 0 && parts.every(isTold))) return ours
  const own = (at: number): Contribution | undefined => ('kind' in ours ? undefined : ours[at])
  const effects = parts.map((_, at) => ({ effect: own(at)?.pull ?? Number.NaN, made: {} }))
  const drag = dragOf(of(whole, 'growth'), parts, effects, { wanted: PULL_NEEDS, formula: 'part.pull' })
  const lines = drag.lines.map((line, at) =>
    publishedLine(parts[at] ?? whole, whole, { ...line, share: own(at)?.contribution ?? null }),
  )
  return { ...drag, lines, rest: drag.effect - lines.reduce((sum, one) => sum + one.effect, 0) }
}

/** Shares of the amounts a year before, which growth rates weigh by. */
const weights = (parts: readonly DragPart[], level: 'level' | 'besideLevel', growth: 'growth' | 'besideGrowth') => {
  const bases = parts.map((part) => of(part, level) / (1 + of(part, growth)))
  const sum = bases.reduce((a, b) => a + b, 0)
  return bases.map((base) => base / sum)
}

/** The gap of the whole's growth to the growth beside it, by part: it grows slower (速度), it weighs more (结构). */
export const gapDrag = (whole: DragPart, parts: readonly DragPart[]): Drag | Refusal => {
  const wanted = ['level', 'growth', 'besideLevel', 'besideGrowth'] as const
  const fault = lacking(whole, parts, { whole: ['growth', 'besideGrowth'], parts: wanted })
  if (fault) return fault
  const [here, there] = [weights(parts, 'level', 'growth'), weights(parts, 'besideLevel', 'besideGrowth')]
  const got = breakGap(
    parts.map((part, at) => ({
      key: part.key,
      here: { weight: here[at] ?? 0, rate: of(part, 'growth') },
      there: { weight: there[at] ?? 0, rate: of(part, 'besideGrowth') },
    })),
  )
  const effects = got.parts.map(({ total, structure, rate }) => ({ effect: total, made: { structure, rate } }))
  const gap = of(whole, 'growth') - of(whole, 'besideGrowth')
  return dragOf(gap, parts, effects, { wanted, formula: 'part.gap' })
}

/** What each part adds to or takes from a growth that all should have: a target (which is no figure), the city's mean. */
export const againstRate = (
  whole: DragPart,
  parts: readonly DragPart[],
  rate: { value: number; ref: FigureRef | null },
): Drag | Refusal => {
  const wanted = ['level', 'growth'] as const
  const fault = lacking(whole, parts, { whole: ['growth'], parts: wanted })
  if (fault) return fault
  const shares = weights(parts, 'level', 'growth')
  const effects = parts.map((part, at) => ({
    effect: (shares[at] ?? 0) * (of(part, 'growth') - rate.value),
    made: {},
  }))
  const drag = dragOf(of(whole, 'growth') - rate.value, parts, effects, { wanted, formula: 'part.against' })
  const { ref } = rate
  if (ref === null) return drag
  return { ...drag, lines: drag.lines.map((line) => ({ ...line, inputs: [...line.inputs, ref] })) }
}

/**
 * The change at current prices as volume, mix and price: quantities are last year's amounts times real growth, prices
 * what the amounts of this year say beside them. Only for an indicator whose published growth is real.
 */
export const valueDrag = (whole: DragPart, parts: readonly DragPart[]): Drag | Refusal => {
  const wanted = ['level', 'growth', 'besideLevel'] as const
  const fault = lacking(whole, parts, { whole: ['level', 'besideLevel'], parts: wanted })
  if (fault) return fault
  const got = breakValue(
    parts.map((part) => {
      const quantityNow = of(part, 'besideLevel') * (1 + of(part, 'growth'))
      return {
        key: part.key,
        quantityBefore: of(part, 'besideLevel'),
        priceBefore: 1,
        quantityNow,
        priceNow: of(part, 'level') / quantityNow,
      }
    }),
  )
  const effects = got.parts.map(({ total, volume, mix, price }) => ({ effect: total, made: { volume, mix, price } }))
  const change = of(whole, 'level') - of(whole, 'besideLevel')
  return dragOf(change, parts, effects, { wanted, formula: 'part.value' })
}
