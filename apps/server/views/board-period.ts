import { economyCatalogue } from '@yundiao/domains/economy'
import { canonicalYtd, ytdBefore, ytdLagged, ytdLastYear } from '@yundiao/figures'
import { type LocalDate, Problem, parsePeriod, periodInWords } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'

const T1_CODES = economyCatalogue.t1.map((indicator) => indicator.code)

/** Periods a board can be read for, newest first: January to a month's end, each in its one spelling. */
export const boardPeriods = async (store: Store, caller: Caller, on: LocalDate): Promise<string[]> => {
  const periods = await store.periods(caller, { on, region: caller.city, indicators: T1_CODES })
  return periods.filter((period) => canonicalYtd(period) === period)
}

export const periodWords = (period: string): string => {
  const parsed = parsePeriod(period)
  return parsed ? periodInWords(parsed, 'ytd') : period
}

/** The newest period GDP is out for: the one the meeting speaks of. Estimates of a period to come do not open it. */
const newestPeriod = async (store: Store, caller: Caller, on: LocalDate): Promise<string> => {
  const outFor = async (indicators: readonly string[]): Promise<string | undefined> => {
    const held = await store.heldPeriods(caller, { on, regions: [caller.city], indicators })
    return held.find(({ period, standing }) => standing === 0 && canonicalYtd(period) === period)?.period
  }
  const period = (await outFor(['gdp'])) ?? (await outFor(T1_CODES)) ?? (await boardPeriods(store, caller, on))[0]
  if (period === undefined) throw new Problem('not-found', `截至 ${on} 还没有已知的指标数据，请选更晚的日期`, { on })
  return period
}

/** The period asked for in its one spelling, or the newest. Throws Problem period.invalid. */
export const boardPeriod = async (
  store: Store,
  caller: Caller,
  on: LocalDate,
  asked: string | undefined,
): Promise<string> => {
  if (asked === undefined || asked === '') return newestPeriod(store, caller, on)
  const period = canonicalYtd(asked)
  if (period === null)
    throw new Problem('period.invalid', `期别 ${asked} 写法不识别，应如 2022Q1（累计到季末）、2022-05、2022`, {
      period: asked,
    })
  return period
}

/** The periods a board of one period reads: its own, last year's, the one before, the whole of last year. */
export const periodsBeside = (period: string): string[] => {
  const own = [period, ytdLagged(period, 1)].filter((one) => one !== null)
  const year = String(Number(period.slice(0, 4)) - 1).padStart(4, '0')
  const beside = own.flatMap((one) => [one, ytdLastYear(one), ytdBefore(one)]).filter((one) => one !== null)
  return [...new Set([...beside, year])]
}
