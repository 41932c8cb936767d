import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

/** 著 is kept by character tables because of 著作; before these it is the particle or the verb written 着. */
const ATTACHED = /著(?=[力眼手重实])|(?<=[向沿随接朝试本])著/g

const simplifyCharacter = (character: string): string => {
  const cached = known.get(character)
  if (cached !== undefined) return cached
  const converted = convert(character)
  const kept = converted.length === character.length ? converted : character
  known.set(character, kept)
  return kept
}

/**
 * The text in simplified characters, for reading by grammar and for display beside the original.
 * Unit i of the answer stands for unit i of the input (UTF-16), so a span found in one is the same span in the other.
 * Works character by character: phrase tables may change the length. A rare character whose simplified form needs
 * another number of units is kept as it is. Source: character tables of OpenCC (opencc-js).
 */
export const simplify = (text: string): string => {
  const parts: string[] = []
  for (const character of text) {
    parts.push(character < '\u2e80' ? character : simplifyCharacter(character))
  }
  return parts.join('').replace(ATTACHED, '着')
}

const PUNCTUATION: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹑': '、',
  '､': '、',
  '｡': '。',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '\r': '\n',
  '〔': '（',
  '〕': '）',
  '[': '（',
  ']': '）',
}

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9'

const normaliseUnit = (unit: string, before: string | undefined, after: string | undefined): string => {
  if (unit >= '０' && unit <= '９') return String.fromCharCode(unit.charCodeAt(0) - 0xfee0)
  if ((unit === ',' || unit === ':') && isDigit(before) && isDigit(after)) return unit
  return PUNCTUATION[unit] ?? unit
}

const COMMENT_LINE = /^#[^\n]*/gm

/**
 * The form the grammar reads: simplified, punctuation and digits in one width, lines that begin with # blanked.
 * As long as the input, unit for unit.
 */
export const readable = (text: string): string => {
  const simple = simplify(text)
  const units = new Array<string>(simple.length)
  for (let i = 0; i < simple.length; i += 1) units[i] = normaliseUnit(simple[i] ?? '', simple[i - 1], simple[i + 1])
  return units.join('').replace(COMMENT_LINE, (line) => ' '.repeat(line.length))
}
