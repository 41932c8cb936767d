import { partsOf } from './local-date.ts'
import type { Period } from './period.ts'

/** How a series runs through the year: cumulative, the period alone, a stock at its end. */
export type PeriodAccumulation = 'ytd' | 'period' | 'stock'

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'] as const
/** Named stretches from January, by last month; 全年 is left to the year itself. */
const YEAR_TO_DATE: Readonly<Record<number, string>> = { 3: '一季度', 6: '上半年', 9: '前三季度' }

const monthsToDate = (year: number, last: number): string =>
  last === 1 ? `${year}年1月` : last === 12 ? `${year}年` : `${year}年1—${last}月`

const ytdInWords = (period: Period): string => {
  const { year, month, day } = partsOf(period.ends)
  if (period.kind === 'quarter' || period.kind === 'half')
    return month === 12 ? `${year}年` : `${year}年${YEAR_TO_DATE[month] ?? ''}`
  if (period.kind === 'month' || period.kind === 'months' || period.kind === 'year') return monthsToDate(year, month)
  return `截至${year}年${month}月${day}日`
}

const stockInWords = (period: Period): string => {
  const { year, month, day } = partsOf(period.ends)
  const isMonthEnd = period.kind !== 'week' && period.kind !== 'day' && !/[上中]$/.test(period.text)
  if (!isMonthEnd) return `${year}年${month}月${day}日`
  return month === 12 ? `${year}年末` : `${year}年${month}月末`
}

const aloneInWords = (period: Period): string => {
  const { year, month, day } = partsOf(period.starts)
  switch (period.kind) {
    case 'year':
      return `${year}年`
    case 'half':
      return `${year}年${month === 1 ? '上半年' : '下半年'}`
    case 'quarter':
      return `${year}年${QUARTERS[(month - 1) / 3]}`
    case 'month':
      return `${year}年${month}月`
    case 'months':
      return `${year}年${month}—${partsOf(period.ends).month}月`
    case 'ten-days':
      return `${year}年${month}月${period.text.slice(-1)}旬`
    case 'week':
      return `${Number(period.text.slice(0, 4))}年第${Number(period.text.slice(-2))}周`
    case 'day':
      return `${year}年${month}月${day}日`
  }
}

/**
 * The period as the office writes it. Alone: 2022年一季度, 2022年1—2月, 2022年4月上旬. Cumulative (`ytd`): a quarter reads
 * 2022年一季度, 2022年上半年, 2022年前三季度, 2022年; a month reads 2022年1—3月. `stock`: 2022年3月末.
 */
export const periodInWords = (period: Period, accumulation: PeriodAccumulation = 'period'): string => {
  if (accumulation === 'ytd') return ytdInWords(period)
  return accumulation === 'stock' ? stockInWords(period) : aloneInWords(period)
}
