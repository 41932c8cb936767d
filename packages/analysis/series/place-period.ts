import { type Accumulation, canonicalYtd } from '@yundiao/figures'
import { jointMonthsPeriod, monthPeriod, type Period, parsePeriod, quarterPeriod } from '@yundiao/kernel'
import { placeOf, type Start } from './time-series.ts'

/**
 * The period of a series' `i`-th place in its canonical spelling: 2022Q1 cumulative is January to March. `isJoint` for
 * January and February published together.
 */
export const placePeriod = (
  series: { frequency: 12 | 4; start: Start; accumulation: Accumulation },
  i: number,
  isJoint = false,
): Period | null => {
  const { frequency, accumulation } = series
  const [year, part] = placeOf(series, i)
  if (accumulation === 'ytd') {
    const month = frequency === 12 ? part : part * 3
    const text = canonicalYtd(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`)
    return text === null ? null : parsePeriod(text)
  }
  if (isJoint) return jointMonthsPeriod(year, part - 1, part)
  return frequency === 12 ? monthPeriod(year, part) : quarterPeriod(year, part)
}
