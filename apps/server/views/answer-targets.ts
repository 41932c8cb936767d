import type { OtherTarget } from '@yundiao/briefings'
import {
  DEFAULT_CONCEPT,
  derived,
  type FigureRef,
  growthMeasureOf,
  type Indicator,
  type TargetFact,
} from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import type { BoardRow } from './board-schema.ts'
import { compareOf } from './fig.ts'
import { readOpenTargets, readTargets } from './targets.ts'

/** A target of the city for the year; `inner` where not everybody may read it. */
export type CityTarget = { target: TargetFact; inner: boolean }

export const readCityTargets = async (
  store: Store,
  caller: Caller,
  { on, year }: { on: LocalDate; year: number },
): Promise<readonly CityTarget[]> => {
  const [held, open] = await Promise.all([readTargets(store, caller, on, { year }), readOpenTargets(store, caller, on)])
  const known = new Set(open.map(({ id }) => id))
  return held
    .filter(({ region, concept }) => region === caller.city && concept === DEFAULT_CONCEPT)
    .map((target) => ({ target, inner: !known.has(target.id) }))
}

const WORDS: Readonly<Record<string, string>> = {
  省下达: '省下达目标',
  奋斗目标: '奋斗目标',
  季度: '季度目标',
  县区分解: '县区分解目标',
}

/** What a target is called by its layer. */
export const targetWords = (layer: string | null): string => WORDS[layer ?? ''] ?? '年度目标'

const isShown = ({ indicator, target }: BoardRow, { target: one }: CityTarget): boolean =>
  target !== null && one.indicator === indicator && one.layer === target.layer && one.document === target.source

/** Whether the target the board judges a line by was never made public. */
export const isInnerTarget = (row: BoardRow, targets: readonly CityTarget[]): boolean =>
  targets.some((one) => one.inner && isShown(row, one))

/** How a line stands to the targets of other layers than the board's, of the same kind of growth. */
export const otherTargets = (
  row: BoardRow,
  indicator: Indicator,
  targets: readonly CityTarget[],
): readonly OtherTarget[] => {
  const { growth } = row
  const value = growth?.value ?? null
  if (!growth || value === null) return []
  return targets.flatMap((one): OtherTarget[] => {
    const { target, inner } = one
    const isNumber = target.value !== null && (target.operator === '=' || target.operator === '≥')
    if (target.indicator !== row.indicator || !isNumber || isShown(row, one)) return []
    if (target.measure !== growthMeasureOf(indicator)) return []
    const compare = compareOf(
      derived('target.difference', value - (target.value ?? 0), [growth.ref as FigureRef]),
      'points',
    )
    if (compare.kind !== 'value') return []
    const { formula, version, inputs, shown } = compare
    return [
      {
        words: targetWords(target.layer),
        inner,
        compared: { formula: { id: formula, version, inputs }, shown: shown.replace('\u2212', '-') },
      },
    ]
  })
}
