import type { FoundFigure, Outcome } from '@yundiao/figures'
import { parsePeriod, partsOf, showNumber } from '@yundiao/kernel'
import type { Said } from './finding.ts'
import type { Reading } from './reading.ts'
import { computedSaid, gapSaid, moveSaid } from './words.ts'

const figureOf = (reading: Reading, ref: string | undefined): FoundFigure | undefined =>
  ref === undefined ? undefined : reading.world.byRef.get(ref)

/** The two figures of a difference; null where it is refused. */
export const differenceOf = (
  reading: Reading,
  outcome: Outcome,
): { points: number; from: readonly FoundFigure[] } | null => {
  if (outcome.kind !== 'derived') return null
  const from = outcome.inputs.flatMap((ref) => figureOf(reading, ref) ?? [])
  return { points: outcome.value, from }
}

/** 较上年同期回落0.4个百分点; null where last year's growth is not held. */
export const lastYearSaid = (reading: Reading): readonly Said[] | null => {
  const difference = differenceOf(reading, reading.row.compare.lastYear)
  return difference && [{ text: '较上年同期' }, moveSaid(difference.points, difference.from)]
}

/** 低于全省0.3个百分点; null where the province's growth is not held. */
export const provinceSaid = (reading: Reading): Said | null => {
  const difference = differenceOf(reading, reading.row.compare.province)
  return difference && gapSaid('全省', difference.points, difference.from, 'growth.difference')
}

/** Whether a head row of sheet T1 has no target of its own region to be held against: 年度目标待明确. */
export const isTargetUnknown = ({ input, row, world }: Reading): boolean => {
  const isUnknown = row.state.kind === 'unassessed' && row.state.reason === 'target-missing'
  const isHead = row.indicator.indent === 0 && input.catalogue.t1.some(({ code }) => code === row.indicator.code)
  return isUnknown && world.mark === null && isHead
}

const STRETCHES: Readonly<Record<number, string>> = { 3: '后三季度', 6: '下半年', 9: '四季度' }

/** What is left of the year: 后三季度, 下半年, 四季度, 后七个月; null when nothing is. */
export const restOfYear = (period: string): string | null => {
  const parsed = parsePeriod(period)
  const month = parsed ? partsOf(parsed.ends).month : 12
  const counts = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一']
  return month === 12 ? null : (STRETCHES[month] ?? `后${counts[12 - month]}个月`)
}

/** 需增长7.1%: what the rest of the year must grow by; null where it cannot be worked out. */
export const requiredSaid = (reading: Reading): Said | null => {
  const { required } = reading.row
  if (required.kind !== 'derived') return null
  const from = required.inputs.flatMap((ref) => figureOf(reading, ref) ?? [])
  const percent = Number((required.value * 100).toPrecision(12))
  return computedSaid('target.required', from, `需增长${showNumber(percent, 1)}%`)
}
