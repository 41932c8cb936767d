import { aheadOfTime, growthAgainstTarget } from '@yundiao/domains/economy'
import type { Assessment, BoardRow as Judged, TargetFact } from '@yundiao/figures'
import { type LocalDate, parsePeriod, periodInWords, showChange } from '@yundiao/kernel'
import { type ExpressionRule, inForce } from '@yundiao/rules'
import type { BoardRow } from './board-schema.ts'
import { compareOf, figOfCell, placesOf, rankMoveShown, rowUnitOf } from './fig.ts'
import { targetCell, targetInWords } from './targets.ts'

const RULES: Readonly<Partial<Record<string, ExpressionRule>>> = {
  growth: growthAgainstTarget,
  'share-of-year': aheadOfTime,
}

const BASIS: Readonly<Record<string, string>> = {
  growth: '增速较目标',
  'share-of-year': '占年度目标较时间进度',
  bound: '较目标上限',
  gdp: '增速较地区生产总值增速',
}

/** The rule a state was judged by, where one was in force at the end of the period; else the formula of the comparison. */
const judgedBy = (state: Extract<Assessment, { kind: 'assessed' }>, period: string): string => {
  const rule = RULES[state.basis]
  const ends = parsePeriod(period)?.ends
  const version = rule && ends ? inForce(rule, ends) : null
  return version ? `判定标准 ${version.rule} ${version.version} 版` : `公式 ${state.formula} 第${state.version}版`
}

/** Why a state word stands, with the target and what it was judged by. */
const reasonOf = ({ state, targets, period }: Judged): string => {
  if (state.kind === 'unassessed') return state.message
  const points = `${showChange(Number((state.difference * 100).toPrecision(12)))}个百分点`
  const target = targets.self ? `；目标${targetInWords(targets.self)}` : ''
  return `${BASIS[state.basis]}${points}${target}；${judgedBy(state, period)}`
}

const MISSING = { gap: '缺', unreported: '未报送' } as const

const targetOf = (target: TargetFact | null, row: Judged): BoardRow['target'] => {
  if (!target || target.operator === null) return null
  const cell = targetCell(target, row.indicator)
  const isGrowth = target.measure.startsWith('growth')
  return { level: isGrowth ? null : cell, growth: isGrowth ? cell : null, source: target.document, layer: target.layer }
}

const besideOf = ({ targets }: Judged): string[] => {
  const stated = ([place, target]: readonly [string, TargetFact | null]): string[] =>
    target && target.operator !== null ? [`${place}目标${targetInWords(target)}`] : []
  return (
    [
      ['全省', targets.province],
      ['全国', targets.nation],
    ] as const
  ).flatMap(stated)
}

const lagOf = (row: Judged, period: string): string[] => {
  const own = parsePeriod(row.period)
  return own && row.period !== period ? [`数据为${periodInWords(own, 'ytd')}`] : []
}

const conceptOf = ({ level, growth }: Judged): string[] => {
  const figure = growth.kind === 'figure' ? growth.figure : level.kind === 'figure' ? level.figure : null
  return figure && figure.series.concept !== 'default' ? [`口径：${figure.series.concept}`] : []
}

const noteOf = (row: Judged, period: string): string | null =>
  [
    ...(row.indicator.note ? [row.indicator.note] : []),
    ...lagOf(row, period),
    ...conceptOf(row),
    ...besideOf(row),
  ].join('；') || null

export type RowContext = {
  period: string
  on: LocalDate
  leadOf: (indicator: { code: string; leadDuty: string }) => { unit: string | null; leader: string | null }
}

const compared = ({ compare, required }: Judged) => ({
  vsTarget: compareOf(compare.target, 'points'),
  vsLastYear: compareOf(compare.lastYear, 'points'),
  vsLastPeriod: compareOf(compare.lastPeriod, 'points'),
  vsProvince: compareOf(compare.province, 'points'),
  vsNation: compareOf(compare.nation, 'points'),
  required: compareOf(required, 'percent'),
})

/** One row of the board as pages print it. Digits are the source's; what we compute is rounded here, once. */
export const boardRowView = (row: Judged, context: RowContext): BoardRow => {
  const { indicator } = row
  const lead = context.leadOf(indicator)
  const fig = (cell: Judged['level']) => figOfCell(cell, indicator)
  return {
    indicator: indicator.code,
    label: indicator.shortName,
    indent: indicator.indent,
    unitShown: rowUnitOf(indicator),
    leadUnit: lead.unit,
    leader: lead.leader,
    target: targetOf(row.targets.self, row),
    level: indicator.levelShown ? fig(row.level) : null,
    growth: fig(row.growth),
    levelApplies: indicator.levelShown,
    shareOfTarget: indicator.levelShown ? compareOf(row.shareOfTarget, 'percent') : null,
    ...compared(row),
    provinceGrowth: fig(row.provinceGrowth),
    nationGrowth: fig(row.nationGrowth),
    rankTotal: fig(row.ranks.total),
    rankGrowth: fig(row.ranks.growth),
    rankMove: rankMoveShown(row.ranks.move),
    rankMoved: placesOf(row.ranks.move),
    state: { word: row.state.state, reason: reasonOf(row) },
    missing: row.missing === null ? null : MISSING[row.missing],
    note: noteOf(row, context.period),
  }
}
