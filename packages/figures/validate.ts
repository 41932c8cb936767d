import { showNumber } from '@yundiao/kernel'

/** A number as printed: canonical checks need the unit of its last digit. */
export type PrintedNumber = { label: string; value: number; decimals: number }
export type Finding = {
  rule: 'sum' | 'growth' | 'ytd'
  /** `hard` blocks until mended or explained, `soft` asks for an explanation. */
  severity: 'hard' | 'soft'
  message: string
  difference: number
}

const halfUnit = (decimals: number): number => 0.5 * 10 ** -decimals
const SLACK = 1e-9

/**
 * Whether a total equals its parts as printed: each number may be off by half a unit of its last digit, so the
 * difference may reach the sum of those halves. Published sums are not forced to agree closer. Null when in order.
 */
export const checkSum = (total: PrintedNumber, parts: readonly PrintedNumber[]): Finding | null => {
  const sum = parts.reduce((left, part) => left + part.value, 0)
  const allowed = [total, ...parts].reduce((left, item) => left + halfUnit(item.decimals), 0)
  const difference = sum - total.value
  if (Math.abs(difference) <= allowed + SLACK) return null
  const names = parts.map((part) => part.label).join('、')
  const message = `${total.label}与分项之和不符：${names}合计比${total.label}${difference > 0 ? '多' : '少'}${showNumber(Math.abs(difference), total.decimals)}，请核对`
  return { rule: 'sum', severity: 'hard', message, difference }
}

/**
 * Whether a printed growth lies between those the printed levels allow (nominal growth only): the level and its base
 * may each be off by half a unit. Growth and difference are ratios; `decimals` of growth counts its percent digits.
 */
export const checkGrowth = (now: PrintedNumber, before: PrintedNumber, growth: PrintedNumber): Finding | null => {
  const lowBase = before.value - halfUnit(before.decimals)
  if (lowBase <= 0) return null
  const lowest = (now.value - halfUnit(now.decimals)) / (before.value + halfUnit(before.decimals)) - 1
  const highest = (now.value + halfUnit(now.decimals)) / lowBase - 1
  const slack = halfUnit(growth.decimals + 2) + SLACK
  const difference = growth.value < lowest ? growth.value - lowest : Math.max(0, growth.value - highest)
  if (Math.abs(difference) <= slack) return null
  const message = `${now.label}增速与绝对额对不上：请核对绝对额、上年同期数和增速，基数有调整的请注明`
  return { rule: 'growth', severity: 'soft', message, difference }
}

/** Cumulative amounts of one year do not fall (flows that cannot be negative). The first fall found; null when none. */
export const checkCumulative = (releases: readonly PrintedNumber[]): Finding | null => {
  for (const [index, now] of releases.entries()) {
    const before = releases[index - 1]
    if (!before) continue
    const difference = now.value - before.value
    const allowed = halfUnit(now.decimals) + halfUnit(before.decimals)
    if (difference < -allowed - SLACK)
      return {
        rule: 'ytd',
        severity: 'hard',
        message: `${now.label}累计数小于${before.label}：请核对两期累计数`,
        difference,
      }
  }
  return null
}
