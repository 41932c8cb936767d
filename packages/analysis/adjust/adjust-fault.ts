import { coversFestivals } from '../calendar/spring-festival.ts'
import type { TimeSeries } from '../series/time-series.ts'
import type { AdjustRefusal, AdjustSpec } from './adjust-spec.ts'

/** A specification with everything that was left out filled in; `trendma` null is chosen by the method. */
export type Ask = Required<
  Pick<AdjustSpec, 'mode' | 'seasonalma' | 'arima' | 'holidays' | 'tradingDays' | 'sigmalim'>
> & {
  trendma: number | null
}

/** A refusal in words a person can act on. */
export const refuse = (reason: AdjustRefusal['reason'], message: string): AdjustRefusal => ({
  kind: 'refused',
  reason,
  message,
})

const MIN_YEARS = 3
/** A month (quarter) no year has a value of: nothing says how it differs from the others. */
const missingSeason = ({ frequency, values, start }: TimeSeries): AdjustRefusal | null => {
  const has = (place: number): boolean =>
    values.some((value, i) => value !== null && (start[1] - 1 + i) % frequency === place)
  const place = Array.from({ length: frequency }, (_, k) => k).find((k) => !has(k))
  if (place === undefined) return null
  const [name, remedy] =
    frequency === 12
      ? [`${place + 1}月`, '请合计成季度数再调整']
      : [`${['一', '二', '三', '四'][place] ?? ''}季度`, '请补上再调整']
  return refuse('season-missing', `不能调整：各年${name}都没有数，无从估计；${remedy}`)
}

/** Why a series is not adjusted as asked, before anything is estimated; null when nothing is in the way. */
export const faultOf = ({ frequency, values, start }: TimeSeries, wish: Ask): AdjustRefusal | null => {
  if (frequency !== 12 && frequency !== 4) return refuse('frequency', '不能调整：只调整月度（12）或季度（4）数列')
  const known = values.filter((value) => value !== null)
  if (values.length < MIN_YEARS * frequency)
    return refuse(
      'too-short',
      `不能调整：至少要 ${MIN_YEARS} 年（${MIN_YEARS * frequency} 期）数据，只有 ${values.length} 期`,
    )
  if (known.length * 4 < values.length * 3) return refuse('too-many-gaps', '不能调整：缺数超过四分之一')
  const lacking = missingSeason({ frequency, values, start })
  if (lacking) return lacking
  if (known.every((value) => value === known[0])) return refuse('constant', '不能调整：各期数值都一样')
  const low = values.findIndex((value) => value !== null && value <= 0)
  if ((wish.mode === 'mult' || wish.mode === 'logadd') && low >= 0)
    return refuse('not-positive', `不能按乘法或对数加法调整：第 ${low + 1} 期是零或负数，请改用加法（add）`)
  if (wish.trendma !== null && wish.trendma > values.length)
    return refuse('trend-filter', `不能调整：趋势滤波 ${wish.trendma} 项，多于数列的 ${values.length} 期`)
  if (wish.holidays === 'spring-festival' && frequency === 12 && !coversFestivals(start, values.length + 12))
    return refuse('festival-years', '不能作春节调整：春节日期表只有 1930—2030 年')
  return null
}
