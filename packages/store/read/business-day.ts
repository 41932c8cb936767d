import { type LocalDate, parseLocalDate } from '@yundiao/kernel'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'
import { dayInCity } from './day-in-city.ts'
import { systemCaller } from './load-caller.ts'

/** Id of the setting that pins the business day of a demonstration city. */
const BUSINESS_DAY_SETTING = 'business-day'

export type BusinessDay = { day: LocalDate; pinned: boolean }

/** The city's business day: today in Asia/Shanghai, or the day a demonstration is pinned to. */
export const businessDay = async (parts: StoreParts, city: string): Promise<BusinessDay> => {
  const today = dayInCity(parts.now())
  const { rows } = await withCaller(parts.app, systemCaller(city, today), (client) =>
    client.query<{ value: string | null }>(`select value from setting where city = $1 and id = $2`, [
      city,
      BUSINESS_DAY_SETTING,
    ]),
  )
  const pinned = parseLocalDate(rows[0]?.value ?? '')
  return pinned ? { day: pinned, pinned: true } : { day: today, pinned: false }
}
