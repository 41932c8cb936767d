import type { Refusal, Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { meanShift } from './mean-shift.ts'
import type { LeftOut } from './robustness.ts'

/** The scheme without one indicator, and without nodes that would stand above nothing. */
export const withoutIndicator = (scheme: Scheme, code: string): Scheme => {
  let [indicators, emptied]: [Scheme['indicators'], string | undefined] = [scheme.indicators, code]
  while (emptied !== undefined) {
    const gone: string = emptied
    const parent = indicators.find((one) => one.code === gone)?.parent
    indicators = indicators.filter((one) => one.code !== gone)
    emptied = parent !== undefined && !indicators.some((one) => one.parent === parent) ? parent : undefined
  }
  return { ...scheme, indicators }
}

/**
 * The ranking without one indicator against the nominal one. The others share its weight; all else is done again.
 * Units it screens out or leaves without a score have no rank. Source: COINr's remove_elements.
 */
export const leaveOut = (
  { grades: _, ...scheme }: Scheme,
  inputs: Inputs,
  { nominal, code }: { nominal: Result; code: string },
): LeftOut | Refusal => {
  const done = runScorecard(withoutIndicator(scheme, code), inputs)
  if (done.kind === 'refused') return { ...done, message: `去掉 ${code} 后：${done.message}` }
  const rankOf = new Map(done.units.map((unit, i) => [unit, done.ranks[i] ?? null]))
  const ranks = nominal.units.map((unit) => rankOf.get(unit) ?? null)
  const shift = meanShift(
    ranks.map((rank) => rank ?? 0),
    nominal.ranks.map((rank) => rank ?? 0),
  )
  return { code, meanShift: shift, ranks }
}
