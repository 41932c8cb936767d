import { parseLocalDate } from '@yundiao/kernel'
import { dayOfSerial } from './excel-day.ts'
import type { ReadCell } from './read-cell.ts'
import { unescapeText, type Workbook } from './xlsx-parts.ts'

/** A cell as the XML has it: `type` and `style` of its attributes, `raw` the characters of `<v>` or of inline text. */
export type RawCell = {
  address: string
  column: number
  type: string
  style: number
  raw: string
  isFormula: boolean
}

type Read = Pick<ReadCell, 'kind' | 'value' | 'raw' | 'format'>

const asText = (raw: string): Read | null => (raw === '' ? null : { kind: 'text', value: raw, raw, format: null })

const asNumber = (cell: RawCell, workbook: Workbook): Read | null => {
  if (cell.raw === '') return null
  const number = Number(cell.raw)
  if (!Number.isFinite(number)) return { kind: 'error', value: null, raw: cell.raw, format: null }
  const format = workbook.formats[cell.style]
  const day = format?.isDay ? dayOfSerial(number, workbook.is1904) : null
  if (day) return { kind: 'day', value: day, raw: cell.raw, format: format?.pattern ?? null }
  return { kind: 'number', value: number, raw: cell.raw, format: format?.pattern ?? null }
}

const asIsoDay = (raw: string): Read | null => {
  const day = parseLocalDate(raw.slice(0, 10))
  return day ? { kind: 'day', value: day, raw, format: null } : asText(raw)
}

const read = (cell: RawCell, workbook: Workbook): Read | null => {
  switch (cell.type) {
    case 's':
      return asText(workbook.strings[Number(cell.raw)] ?? '')
    case 'str':
    case 'inlineStr':
      return asText(unescapeText(cell.raw))
    case 'b':
      return { kind: 'boolean', value: cell.raw === '1', raw: cell.raw, format: null }
    case 'e':
      return { kind: 'error', value: null, raw: cell.raw, format: null }
    case 'd':
      return asIsoDay(cell.raw)
    default:
      return asNumber(cell, workbook)
  }
}

/** The cell's value by its type and number format; null when it holds nothing. */
export const decodeCell = (cell: RawCell, workbook: Workbook): ReadCell | null => {
  const found = read(cell, workbook)
  return found && { address: cell.address, column: cell.column, ...found, isFormula: cell.isFormula }
}

/** The column of an A1 address from 1: `AA7` is 27; null when it is no address. */
export const columnOf = (address: string): number | null => {
  const letters = /^[A-Z]{1,3}(?=\d+$)/u.exec(address)?.[0]
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
