import type { LocalDate } from '@yundiao/kernel'

/** What a CSV cell may hold. Numbers and days are written bare; text is guarded and quoted as it needs. */
export type CsvValue = string | number | boolean | LocalDate | null

/** Heads that make Excel and WPS run a cell as a formula; full-width forms too. */
const FORMULA_HEAD = /^[=+\-@\t\r＝＋－＠]/u

/** Text that would run as a formula gets a `'` in front; a number written as text (`-5.5`, `+1.3`) is left alone. */
export const guardFormula = (text: string): string =>
  FORMULA_HEAD.test(text) && !/^[+-]?\d+(?:\.\d+)?%?$/u.test(text) ? `'${text}` : text

const field = (value: CsvValue): string => {
  if (value === null) return ''
  const text = typeof value === 'string' ? guardFormula(value) : String(value)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Rows as CSV (RFC 4180: CRLF, quotes doubled), piece by piece. With `bom` Excel and WPS take it for UTF-8; null is an
 * empty field. Formula heads are guarded, so a value read back may carry the leading `'`.
 */
export function* csvLines(rows: Iterable<readonly CsvValue[]>, { bom }: { bom: boolean }): Generator<string> {
  if (bom) yield '\uFEFF'
  for (const row of rows) yield `${row.map(field).join(',')}\r\n`
}
