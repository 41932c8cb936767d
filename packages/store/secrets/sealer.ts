import { destructionOf, type PurposeKey, purposeKey } from './purpose-key.ts'
import { lookupHmac, openText, sealText } from './seal.ts'

const purposeOf = (ledger: string): string => `ledger.${ledger}`

const placeOf = (ledger: string, field: string): string => `${ledger}\n${field}`

/**
 * Seals and opens personal fields, one purpose key a ledger. Keys stay in memory, but whether one was destroyed is
 * asked each time: a destruction by another process counts at once.
 */
export const sealer = (home: string) => {
  const held = new Map<string, PurposeKey>()
  const keyFor = (ledger: string): PurposeKey => {
    const name = purposeOf(ledger)
    const known = held.get(name)
    if (known && !destructionOf(home, name)) return known
    known?.sealing.fill(0)
    known?.lookup.fill(0)
    held.delete(name)
    const key = purposeKey(home, name)
    held.set(name, key)
    return key
  }
  return {
    close: (ledger: string, field: string, text: string): string =>
      sealText(keyFor(ledger), text, placeOf(ledger, field)),
    open: (ledger: string, field: string, sealed: string): string =>
      openText(keyFor(ledger), sealed, placeOf(ledger, field)),
    hmac: (ledger: string, text: string): string => lookupHmac(keyFor(ledger), text),
  }
}
