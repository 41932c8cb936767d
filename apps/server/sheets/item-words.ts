import { type LocalDate, localDate, type State } from '@yundiao/kernel'
import { dayIn, numberIn } from '@yundiao/ledgers'
import { dayOfSerial, type ReadCell } from '@yundiao/office'
import { CLOSURE_KINDS, CLOSURE_LABELS, type DocumentKind } from '../views/directive-words.ts'

/** A cell read, or why a person has to look at it. */
export type Reading<T> = { value: T } | { doubt: string }

const doubt = (words: string): { doubt: string } => ({ doubt: words })

/** Serial numbers of 1954–2119: what a day looks like where the sheet lost its format. */
const SERIALS = [20_000, 80_000] as const
const MONTH_DAY = /^(\d{1,2})(?:月|[./-])(\d{1,2})(?:日|号)?$/u

/** A day in any spelling; one without its year takes `year`, and without that is left to a person. */
export const readDayCell = (cell: ReadCell, year: number | null): Reading<LocalDate> => {
  if (cell.kind === 'day') return { value: cell.value as LocalDate }
  const text = cell.raw.normalize('NFKC').replaceAll(/\s+/gu, '')
  const number = numberIn(text)
  if (number !== null && number >= SERIALS[0] && number <= SERIALS[1]) {
    const day = dayOfSerial(number, false)
    if (day) return { value: day }
  }
  const day = dayIn(text)
  if (day) return { value: day }
  const [, month, inMonth] = MONTH_DAY.exec(text) ?? []
  if (month === undefined || inMonth === undefined) return doubt('认不出日期，未带入')
  if (year === null) return doubt('没有写年份，也没有立项日期可依，未带入')
  const placed = localDate(year, Number(month), Number(inMonth))
  return placed ? { value: placed } : doubt('日历上没有这一天，未带入')
}

/** 完成%: a per cent cell, 37.5, 50%. A bare number of at most 1 may be a ratio or a per cent: left to a person. */
export const readPercentCell = (cell: ReadCell): Reading<number> => {
  const text = cell.raw.normalize('NFKC').replaceAll(/\s+/gu, '')
  const isPercent = cell.kind === 'number' && cell.format?.includes('%') === true
  const plain = isPercent ? Number(cell.value) : numberIn(text.replace(/%$/u, ''))
  if (plain === null || !Number.isFinite(plain)) return doubt('不是数值，完成比例未带入')
  if (isPercent) return plain < 0 || plain > 1 ? doubt('不在 0 至 100% 之间，未带入') : { value: plain }
  if (plain > 0 && plain <= 1 && !text.endsWith('%')) return doubt('分不清是比例还是百分数，未带入')
  return plain < 0 || plain > 100 ? doubt('不在 0 至 100 之间，未带入') : { value: plain / 100 }
}

const STATE_WORDS: readonly (readonly [RegExp, State])[] = [
  [/^(?:已销号|销号|已核销)$/u, '已销号'],
  [/^(?:已办结待核|待核查|申请办结|拟办结)$/u, '已办结待核'],
  [/^(?:已办结|办结|已完成|完成|是|√|已落实)$/u, '已办结'],
  [/^(?:长期坚持|长期推进|持续推进|常态化推进)$/u, '长期坚持'],
  [/^(?:暂缓|暂停|中止|暂缓办理)$/u, '暂缓'],
  [/^(?:逾期|超期|已逾期|超时限)$/u, '逾期'],
  [/^(?:欠序时|欠进度|滞后|进度滞后|未达序时)$/u, '欠序时'],
  [/^(?:达序时|达进度|正常推进|按序时推进|序时推进)$/u, '达序时'],
  [/^(?:超序时|超进度)$/u, '超序时'],
  [/^(?:未启动|未开展|未开始)$/u, '未启动'],
  [/^(?:推进中|正在推进|进行中|办理中|在办|未办结|未完成|否|×|未评)$/u, '未评'],
]

/** A state in whatever words the office's old sheet has; null for words that are none. */
export const stateIn = (words: string): State | null =>
  STATE_WORDS.find(([pattern]) => pattern.test(words.normalize('NFKC').replaceAll(/\s+/gu, '')))?.[1] ?? null

const KIND_WORDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/通稿|报道/u, 'readout'],
  [/批示|圈阅|指示|调研/u, 'instruction'],
  [/报告/u, 'report'],
  [/纪要|会议|常委会|常务会|专题会|调度会/u, 'minutes'],
  [/文件|通知|方案|意见|发文|来文/u, 'document'],
]

/** 来源类别 by its words; other words stay as they are. */
export const kindIn = (words: string): string =>
  KIND_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? words.trim()

export const closureIn = (words: string) =>
  CLOSURE_KINDS.find((kind) => CLOSURE_LABELS[kind].startsWith(words.trim().replace(/型$/u, ''))) ?? null

/** 绵委办〔2022〕4号 in the words of a basis; the rest is its title. */
const NUMBER = /[\p{Script=Han}A-Za-z]{1,12}[〔[(【（]20\d{2}[〕\])】）]\s*第?\d{1,4}(?:-\d{1,3})?号?/u

export const basisIn = (words: string): { sourceNumber: string | null; sourceTitle: string | null } => {
  const text = words.trim()
  const number = NUMBER.exec(text)?.[0] ?? null
  const rest = (number === null ? text : text.replace(number, ''))
    .replace(/^[\s（(《，、]+$|^[（(]\s*[)）]$/u, '')
    .trim()
  return { sourceNumber: number, sourceTitle: rest === '' || rest === '（）' || rest === '()' ? null : rest }
}

/** Units of one cell in their order; the first leads (列首位者为牵头). */
export const unitNames = (words: string): string[] =>
  words
    .split(/[、，,；;／/\n]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^(?:待明确|无|-|—|\/)$/u.test(name))
