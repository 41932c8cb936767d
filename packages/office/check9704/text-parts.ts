import type { Face, LaidDocument, LaidParagraph } from './layout-types.ts'

/** What does not fit the standard. Codes are stable; `where`, `expected` and `found` are for people. */
export type Finding = { code: string; where: string; expected: string; found: string }

/** The rule with how it was read: 来源 B, C, D, or 推算 from the standard's own numbers. */
export const graded = (rule: string, grade: string): string =>
  `${rule}〔${grade === '推算' ? '推算' : `来源 ${grade}`}〕`

const TITLE_STYLE = /标题（|^title$|^标题$/iu
/** Where a title is looked for, after 份号, 密级 and 发文机关标志. */
const TITLE_WITHIN = 12
const LEAST_TITLE_PT = 20

const HAN = /\p{Script=Han}/u

/** The faces of a stretch's Chinese characters, each once, with how it reads. */
export const chineseFaces = ({ faces }: LaidParagraph): Face[] => {
  const seen = new Map<string, Face>()
  for (const { eastAsia, sizePt, text } of faces)
    if (HAN.test(text)) seen.set(`${eastAsia} ${sizePt}`, { eastAsia, sizePt })
  return [...seen.values()]
}

const isWritten = ({ text, inTable }: LaidParagraph): boolean => text.trim() !== '' && !inTable

const largest = (paragraph: LaidParagraph): number => Math.max(0, ...paragraph.faces.map(({ sizePt }) => sizePt ?? 0))

/** The title: by its style, else by size and place, else the first paragraph; null for a file without text. */
export const titleOf = ({ paragraphs }: LaidDocument): LaidParagraph | null => {
  const head = paragraphs.filter(isWritten).slice(0, TITLE_WITHIN)
  return (
    head.find(({ styleName }) => TITLE_STYLE.test(styleName)) ??
    head.find((one) => one.jc === 'center' && largest(one) >= LEAST_TITLE_PT && largest(one) < 36) ??
    head.find(({ jc }) => jc === 'center') ??
    head[0] ??
    null
  )
}

export type NumberedHeading = { level: 1 | 2 | 3 | 4; count: number; isRightForm: boolean }

const HAN_DIGITS = '零一二三四五六七八九'

/** 一 to 九十九; 0 when it is no such number. */
const hanNumber = (text: string): number => {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text)
  if (!match || text === '') return 0
  const [, first, ten, last] = match
  const digit = (one: string | undefined): number => (one === undefined ? 0 : HAN_DIGITS.indexOf(one))
  if (ten === undefined) return last === undefined ? digit(first) : 0
  return (first === undefined ? 1 : digit(first)) * 10 + digit(last)
}

const FORMS: readonly [level: 1 | 2 | 3 | 4, form: RegExp, isRight: boolean][] = [
  [1, /^([一二三四五六七八九十]{1,3})、/u, true],
  [1, /^([一二三四五六七八九十]{1,3})[.．，]/u, false],
  [2, /^（([一二三四五六七八九十]{1,3})）(?!、)/u, true],
  [2, /^[(（]([一二三四五六七八九十]{1,3})[)）]、?/u, false],
  [3, /^(\d{1,2})[.．](?!\d)/u, true],
  [3, /^(\d{1,2})、/u, false],
  [4, /^（(\d{1,2})）(?!、)/u, true],
  [4, /^[(（](\d{1,2})[)）]、?/u, false],
]

/** The number a paragraph begins with, by the four levels 一、（一） 1. （1）; null where there is none. */
const headingNumber = (text: string): NumberedHeading | null => {
  for (const [level, form, isRightForm] of FORMS) {
    const digits = form.exec(text.trim())?.[1]
    if (digits === undefined) continue
    const count = level < 3 ? hanNumber(digits) : Number(digits)
    if (count > 0) return { level, count, isRightForm }
  }
  return null
}

const LONGEST_HEADING = 40

/** A heading stands alone: numbered, short, and without the full stop of a sentence. */
export const headingOf = (paragraph: LaidParagraph): NumberedHeading | null => {
  const text = paragraph.text.trim()
  if (paragraph.inTable || text.length > LONGEST_HEADING || /[。；;]$/u.test(text)) return null
  return headingNumber(text)
}

const APART = /^(?:注[:：]|附件|附[:：]|表\d|图\d|（?(?:此件|联系人))/u
const FAR_LEFT_TWIPS = 1500

/** Running text: no title, heading, table, caption, note, address or signature. */
export const isBody = (paragraph: LaidParagraph, document: LaidDocument): boolean => {
  const text = paragraph.text.trim()
  if (!isWritten(paragraph) || paragraph.beforeTable || paragraph === titleOf(document)) return false
  if (['center', 'right', 'end'].includes(paragraph.jc) || paragraph.left > FAR_LEFT_TWIPS) return false
  return !APART.test(text) && headingOf(paragraph) === null && !isAddress(paragraph)
}

/** 主送机关: flush left, ends with a colon. */
const isAddress = ({ text, firstLine, firstLineChars }: LaidParagraph): boolean =>
  /[:：]$/u.test(text.trim()) && firstLine === 0 && firstLineChars === 0 && !text.startsWith('　')
