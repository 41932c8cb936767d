import type { Caller } from '@yundiao/store'
import type { Names } from '../views/names.ts'

/** Who fills a sheet in: the unit, else the county, else the city. */
export const reporterOf = (caller: Caller, names: Names): string => {
  const unit = caller.unit === null ? null : names.unit(caller.unit)
  return unit ?? names.place(caller.region ?? '')?.name ?? names.cityName
}
