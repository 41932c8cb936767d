import type { ProblemCode } from '@yundiao/kernel'

export type ReadNumber =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  | { kind: 'fault'; code: ProblemCode; advice: string }

const PLAIN = /^-?\d+(?:\.\d+)?$/

/**
 * A number as typed in a cell: digits, an optional minus and decimals; blank is empty. Anything else is refused with
 * what to do, never guessed at: 1,234 may be a thousand or two cells.
 */
export const readNumber = (text: string): ReadNumber => {
  const cell = text.trim()
  if (cell === '') return { kind: 'empty' }
  if (PLAIN.test(cell)) return { kind: 'number', value: Number(cell) }
  return { kind: 'fault', code: 'value.not-a-number', advice: adviceFor(cell) }
}

const adviceFor = (cell: string): string => {
  if (/[,，]/.test(cell)) return '请去掉千分位逗号'
  if (/[%％]/.test(cell)) return '请去掉百分号，只留数字'
  if (/^[…—-]+$/.test(cell)) return '未公布请留空，并在 status 列写“缺”'
  return '请改成阿拉伯数字，单位写在 unit 列'
}
