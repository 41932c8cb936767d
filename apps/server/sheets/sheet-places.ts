import type { Caller } from '@yundiao/store'
import { homeOf } from '../views/open-ledger.ts'

type RegionRow = { code: string; name: string; shortName: string; kind: string }

/** The region a sheet's word means; `foreign` is one the caller does not hold. */
export type SheetPlace = { kind: 'place'; code: string | null } | { kind: 'unknown' } | { kind: 'foreign' }

const OWN_KINDS: readonly string[] = ['city', 'county', 'zone']
/** Words for a row that belongs to no county. */
const WHOLE_CITY: readonly string[] = ['待归属', '市本级', '市直', '全市']

/**
 * Reads the column 县区 by name, short name, other names of zones, or code. Blank is the caller's home: the city
 * (待归属) for those who act for it, a county's own code for a county.
 */
export const sheetPlaces = (
  caller: Caller,
  regions: readonly RegionRow[],
  otherNames: Readonly<Record<string, string>>,
): ((word: string | null) => SheetPlace) => {
  const codes = new Map<string, string>()
  for (const word of WHOLE_CITY) codes.set(word, caller.city)
  for (const [name, code] of Object.entries(otherNames)) codes.set(name, code)
  for (const region of regions.filter((one) => OWN_KINDS.includes(one.kind)))
    for (const word of [region.shortName, region.name, region.code]) codes.set(word, region.code)
  return (word) => {
    if (word === null) return { kind: 'place', code: homeOf(caller) }
    const code = codes.get(word.normalize('NFKC').replaceAll(/\s/gu, ''))
    if (code === undefined) return { kind: 'unknown' }
    return caller.regions.includes(code) ? { kind: 'place', code } : { kind: 'foreign' }
  }
}
