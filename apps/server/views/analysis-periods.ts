import { z } from '@hono/zod-openapi'
import { economyCatalogue } from '@yundiao/domains/economy'
import { canonicalYtd } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { boardPeriods, periodWords } from './board-period.ts'

export const analysisPeriodSchema = z
  .object({
    period: z.string(),
    words: z.string(),
    /** That it has no actual figure of anybody: estimates alone, or the demonstration alone. */
    only: z.enum(['estimate', 'demo']).nullable(),
    /** Whether it is one of the sheet's own: the city itself has actual figures of it. */
    own: z.boolean(),
  })
  .openapi('AnalysisPeriod')
export type AnalysisPeriod = z.infer<typeof analysisPeriodSchema>

const ONLY = [null, 'estimate', 'demo'] as const
const CODES = economyCatalogue.all.map(({ code }) => code)

/**
 * Periods that may be looked into, newest first: of the city or of any place compared with it, in the reader's sight.
 * Wider than the sheet's own periods, so each says what it has.
 */
export const readAnalysisPeriods = async (store: Store, caller: Caller, on: LocalDate): Promise<AnalysisPeriod[]> => {
  const regions = [...new Set([caller.city, ...caller.regions, ...caller.references])]
  const [held, sheet] = await Promise.all([
    store.heldPeriods(caller, { on, regions, indicators: CODES }),
    boardPeriods(store, caller, on),
  ])
  return held.flatMap(({ period, standing }): AnalysisPeriod[] => {
    if (canonicalYtd(period) !== period) return []
    const only = ONLY[standing]
    return [{ period, words: periodWords(period), only, own: only === null && sheet.includes(period) }]
  })
}
