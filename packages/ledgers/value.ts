import { type LocalDate, localDate, parsePolygon, printPolygon } from '@yundiao/kernel'
import { oddityOfCode } from './code-shapes.ts'
import { MAX_YUAN } from './columns.ts'
import type { Field } from './definition.ts'
import type { Cell } from './fields.ts'

/** Codes of PROBLEM_CODES a value can be refused with. */
export type ValueCode = 'input.invalid' | 'input.encoding' | 'value.not-a-number' | 'value.out-of-range' | 'day.invalid'

/** A value read: canonical, perhaps with a warning; or why not. Messages name what to do, not the place. */
export type ReadValue =
  | { kind: 'ok'; value: Cell; warning?: string }
  | { kind: 'bad'; code: ValueCode; message: string }

const ok = (value: Cell): ReadValue => ({ kind: 'ok', value })
const bad = (code: ValueCode, message: string): ReadValue => ({ kind: 'bad', code, message })

const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/
/** As Excel writes a long number into a CSV file or a cell of text, its last digits gone. */
const SCIENTIFIC = /^[+-]?\d(\.\d+)?e[+-]?\d+$/i
const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const PHONE = /^[+0-9][0-9 ()-]{4,24}(转\d{1,6})?$/
const YES = new Set(['是', '√', '有', 'true'])
const NO = new Set(['否', '×', '无', 'false'])
const DEFAULT_LENGTH = 200
const DEFAULT_LONG_LENGTH = 4000

/** A number as people write it (full width, thousands commas); null when it is none. */
export const numberIn = (raw: unknown): number | null => {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null
  if (typeof raw !== 'string') return null
  const plain = raw.normalize('NFKC').trim()
  return NUMBER.test(plain) ? Number(plain.replaceAll(',', '')) : null
}

/** A day as people write it: 2022-04-26, 2022/4/26, 2022.4.26, 2022年4月26日. Null when it is none. */
export const dayIn = (raw: string): LocalDate | null => {
  const match = DAY.exec(raw.normalize('NFKC').trim())
  return match ? localDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

const bounds = (field: Field): [number, number] => {
  const widest =
    field.kind === 'money' ? MAX_YUAN : field.kind === 'integer' ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE
  return [field.min ?? -widest, field.max ?? widest]
}

const readNumber = (field: Field, raw: unknown): ReadValue => {
  const value = numberIn(raw)
  if (value === null && SCIENTIFIC.test(String(raw).trim()))
    return bad('value.not-a-number', '是科学记数，后面的位数已经丢了：请把这一列设为“数值”格式，重新另存再导入')
  if (value === null || !Number.isFinite(value)) return bad('value.not-a-number', '应为数字；文字说明请写在备注')
  if (field.kind === 'integer' && !Number.isInteger(value)) return bad('value.not-a-number', '应为整数')
  const [least, most] = bounds(field)
  if (value < least || value > most) return bad('value.out-of-range', '超出允许的范围，请核对数值和单位')
  return ok(field.kind === 'money' ? Math.round(value * 100) / 100 : value === 0 ? 0 : value)
}

/** Line breaks and runs of blanks inside a one-line text are one blank; a long text keeps its lines. */
const tidyText = (field: Field, raw: string): string =>
  field.kind === 'long-text' ? raw.replace(/\r\n?/g, '\n').trim() : raw.replace(/\s+/g, ' ').trim()

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters the database or a sheet cannot hold
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const readText = (field: Field, raw: string): ReadValue => {
  if (!raw.isWellFormed() || CONTROL.test(raw)) return bad('input.encoding', '含有不能识别的字符，请重新录入')
  const value = tidyText(field, raw)
  const most = field.maxLength ?? (field.kind === 'long-text' ? DEFAULT_LONG_LENGTH : DEFAULT_LENGTH)
  const length = [...value].length
  if (length > most) return bad('value.out-of-range', `有 ${length} 字，最多 ${most} 字，请精简`)
  if (!field.check) return ok(value)
  const code = value.replaceAll(' ', '').toUpperCase()
  const warning = oddityOfCode(field.check, code)
  return warning === null ? ok(code) : { kind: 'ok', value: code, warning }
}

const readChoice = (field: Field, raw: string): ReadValue => {
  const word = raw.trim()
  const choices = field.choices ?? []
  return choices.includes(word) ? ok(word) : bad('input.invalid', `应为：${choices.join('、')}`)
}

const readYes = (raw: unknown): ReadValue => {
  if (typeof raw === 'boolean') return ok(raw)
  const word = String(raw).trim()
  if (YES.has(word)) return ok(true)
  return NO.has(word) ? ok(false) : bad('input.invalid', '应为“是”或“否”')
}

const readDay = (raw: unknown): ReadValue => {
  const value = typeof raw === 'string' ? dayIn(raw) : null
  return value === null ? bad('day.invalid', '应为日历上有的日期，写作 2022-04-26') : ok(value)
}

const readBoundary = (raw: string): ReadValue => {
  const parsed = parsePolygon(raw)
  return parsed.kind === 'bad' ? bad('input.invalid', parsed.message) : ok(printPolygon(parsed.polygon))
}

const readWords = (field: Field, raw: string): ReadValue => {
  switch (field.kind) {
    case 'choice':
      return readChoice(field, raw)
    case 'link':
      return UUID.test(raw.trim()) ? ok(raw.trim()) : bad('input.invalid', '应从列表里选一条')
    case 'geometry':
      return readBoundary(raw)
    case 'phone': {
      const plain = raw.normalize('NFKC').trim()
      return PHONE.test(plain) ? ok(plain) : bad('input.invalid', '应为电话号码，例如 0816-2220000')
    }
    default:
      return readText(field, raw)
  }
}

/**
 * Reads a value of a field: canonical numbers or digits as people write them, days, words, yes and no. Empty text and
 * null are null (not known). Money is rounded to the fen. Never guesses: text in a number is refused.
 */
export const readValue = (field: Field, raw: unknown): ReadValue => {
  if (raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '')) return ok(null)
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'ratio':
    case 'money':
    case 'area':
      return readNumber(field, raw)
    case 'boolean':
      return readYes(raw)
    case 'day':
      return readDay(raw)
    default:
      return typeof raw === 'string' || typeof raw === 'number'
        ? readWords(field, String(raw))
        : bad('input.invalid', '应为文字')
  }
}
