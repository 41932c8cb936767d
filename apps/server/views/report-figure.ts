import { z } from '@hono/zod-openapi'
import {
  ACCUMULATIONS,
  canonicalYtd,
  type FigureDraft,
  growthMeasureOf,
  type Indicator,
  levelMeasureOf,
  MEASURES,
  type Measure,
  type Origin,
  seriesKey,
} from '@yundiao/figures'
import { canonicalUnitOf, type LocalDate, type Period, Problem, parsePeriod, toCanonical } from '@yundiao/kernel'
import type { Caller } from '@yundiao/store'
import { indicatorOf } from './indicator.ts'

export const reportSchema = z.object({
  indicator: z.string(),
  measure: z.enum(MEASURES),
  accumulation: z.enum(ACCUMULATIONS),
  region: z.string(),
  period: z.string(),
  /** A number, or its digits as printed (784.30 keeps its nought). Null: published as missing. */
  value: z.union([z.number(), z.string().max(30)]).nullable(),
  unit: z.string(),
  reason: z.string().max(500),
})
export type Report = z.infer<typeof reportSchema>

const DIGITS = /^-?\d{1,15}(\.\d{1,8})?$/

const readValue = ({ value, indicator, period }: Report): string | null => {
  if (value === null) return null
  const digits = String(value).trim().replace('−', '-')
  if (!DIGITS.test(digits))
    throw new Problem('value.not-a-number', `${indicator} ${period} 的数值“${value}”不是数字，请只填数字和小数点`, {
      field: 'value',
    })
  return digits
}

const UNIT_OF: Partial<Record<Measure, string>> = { rank: '位', index: '1' }

const unitOf = (indicator: Indicator, measure: Measure): string => {
  if (measure === 'level') return indicator.unit
  return UNIT_OF[measure] ?? 'ratio'
}

const requireUnit = (report: Report, canonical: string): void => {
  const given = canonicalUnitOf(report.unit)
  if (given === canonical) return
  throw new Problem(
    'input.invalid',
    `单位“${report.unit}”与指标 ${report.indicator} 不符，应换算为以${canonical === 'ratio' ? '%' : canonical}计的单位后再报`,
    { field: 'unit' },
  )
}

const requireMeasure = (report: Report, indicator: Indicator): void => {
  const growth: readonly Measure[] = ['growth-real', 'growth-nominal']
  const isOther =
    (growth.includes(report.measure) && report.measure !== growthMeasureOf(indicator)) ||
    ((report.measure === 'level' || report.measure === 'index') &&
      (indicator.kind === 'growth-only' || report.measure !== levelMeasureOf(indicator)))
  if ((report.measure === 'pull' || report.measure === 'contribution') && indicator.pullsOn === null)
    throw new Problem(
      'input.invalid',
      `指标 ${indicator.name} 不是哪个总量的分项，没有公布的拉动、贡献率，请改选绝对额或增速`,
      {
        field: 'measure',
      },
    )
  if (isOther)
    throw new Problem('input.invalid', `指标 ${indicator.name} 不报 ${report.measure}，请按指标目录选择绝对额或增速`, {
      field: 'measure',
    })
}

const requireRange = (report: Report, indicator: Indicator, value: number): void => {
  const wrong = (advice: string): never => {
    throw new Problem('value.out-of-range', `${indicator.name} ${report.period} 的数值 ${report.value} ${advice}`, {
      field: 'value',
    })
  }
  if (report.measure.startsWith('growth')) {
    if (value < -1) wrong('低于 -100%，请核对小数点和正负号')
  } else if (report.measure === 'rank') {
    if (!Number.isInteger(value) || value < 1) wrong('不是从 1 起的整数，请核对位次')
  } else if (report.measure === 'pull') {
    if (Math.abs(value) > 1) wrong('超出 ±100 个百分点，请核对小数点')
  } else if (report.measure === 'contribution') {
    // A part may make more than the whole change, or take from it.
    if (Math.abs(value) > MOST_CONTRIBUTION) wrong('超出 ±10000%，请核对小数点')
  } else if (value < 0 && !indicator.mayBeNegative) wrong('是负数，该指标不会为负，请核对正负号')
}

const MOST_CONTRIBUTION = 100

const readPeriod = (report: Report, today: LocalDate): Period => {
  const text = report.accumulation === 'ytd' ? canonicalYtd(report.period) : report.period
  const period = text === null ? null : parsePeriod(text)
  if (!period)
    throw new Problem('period.invalid', `期别 ${report.period} 写法不识别，应如 2022Q1、2022-03`, { field: 'period' })
  if (period.ends > today)
    throw new Problem(
      'period.invalid',
      `期别 ${period.text} 到 ${period.ends} 才结束，当前业务日期是 ${today}；完成数请到期后再报`,
      { field: 'period' },
    )
  return period
}

const requireReason = (reason: string): string => {
  const text = reason.trim()
  if (text.length < 2)
    throw new Problem('input.invalid', '请写明代录或更正的事由（至少两个字），再报送', { field: 'reason' })
  return text
}

/** The statistics role tells official figures; everybody else a department's. */
const originOf = (caller: Caller): Origin => (caller.role === 'statistics' ? 'official' : 'department')

/** A figure told by hand (代录) as the store takes it. Throws Problems that name the field and what to do. */
export const draftOf = (report: Report, caller: Caller): FigureDraft => {
  const indicator = indicatorOf(report.indicator)
  requireMeasure(report, indicator)
  const unit = unitOf(indicator, report.measure)
  requireUnit(report, unit)
  const printed = readValue(report)
  const value = printed === null ? null : toCanonical(Number(printed), report.unit)
  if (value !== null) requireRange(report, indicator, value)
  const reason = requireReason(report.reason)
  const { measure, accumulation, region } = report
  return {
    series: seriesKey({ indicator: indicator.code, measure, accumulation, origin: originOf(caller) }),
    unit,
    region,
    period: readPeriod(report, caller.today).text,
    value,
    printed,
    printedUnit: printed === null ? null : report.unit,
    round: null,
    // The reason stands here too: what is written beside a figure is checked against blocked names.
    note: reason,
    releaseState: 'reported',
    passport: { kind: 'manual', reason },
  }
}
