/**
 * Totals of the releases that equal the sum of parts, by indicator code. Levels at current prices; what is printed may
 * differ by rounding (checkSum). Source: accounting identities of 地区生产总值 (production approach).
 */
export const SUMS: readonly { total: string; parts: readonly string[] }[] = [
  { total: 'gdp', parts: ['va1', 'va2', 'va3'] },
  { total: 'va2', parts: ['ind_va', 'con_va'] },
  { total: 'fai', parts: ['fai1', 'fai2', 'fai3'] },
]
