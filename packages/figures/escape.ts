/** Characters that carry meaning in a series text or a reference, and white space, which would not survive copying. */
const RESERVED = /[%/.~{}=,@:\s\p{Cc}]/gu
const ESCAPED = /%([0-9A-F]{2,6});/g

/** Writes a word so that it can stand in a series text: `a.b` becomes `a%2E;b`. Chinese stays as it is. */
export const escapeWord = (word: string): string =>
  word.replace(RESERVED, (char) => `%${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')};`)

/** The inverse of escapeWord; null when the text is not something escapeWord writes. */
export const unescapeWord = (text: string): string | null => {
  const word = text.replace(ESCAPED, (_, hex: string) => {
    const point = Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
  return escapeWord(word) === text ? word : null
}
