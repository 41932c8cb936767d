import type { TimeSeries } from '../series/time-series.ts'
import { type Stl, type StlSpec, stl } from './stl.ts'

/** Why a series cannot be taken apart by STL. */
export type StlRefusal = { kind: 'refused'; reason: 'frequency' | 'too-short' | 'gaps' | 'window'; message: string }

const refuse = (reason: StlRefusal['reason'], message: string): StlRefusal => ({ kind: 'refused', reason, message })

/** STL of a series; refuses what R's `stl` refuses: no season, two cycles or fewer, gaps, jumps of 0. */
export const stlSeries = (
  { frequency, values }: TimeSeries,
  spec: StlSpec,
): ({ kind: 'decomposed' } & Stl) | StlRefusal => {
  if (frequency < 2) return refuse('frequency', '不能分解：每年至少两期')
  if (values.length <= 2 * frequency) return refuse('too-short', '不能分解：须多于两个周期')
  const gap = values.indexOf(null)
  if (gap >= 0) return refuse('gaps', `不能分解：第 ${gap + 1} 期没有数`)
  const { degrees, jumps } = spec
  if (Object.values(degrees ?? {}).some((degree) => degree > 1))
    return refuse('window', '不能分解：degrees 只能是 0 或 1')
  if (Object.values(jumps ?? {}).some((jump) => jump < 1)) return refuse('window', '不能分解：jumps 须大于 0')
  const known = Float64Array.from(values, (value) => value ?? Number.NaN)
  return { kind: 'decomposed', ...stl(known, frequency, spec) }
}
