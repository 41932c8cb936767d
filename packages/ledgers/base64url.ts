const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const utf8 = (text: string): number[] => {
  const bytes: number[] = []
  const escaped = encodeURIComponent(text)
  for (let index = 0; index < escaped.length; index += 1) {
    const isEscape = escaped[index] === '%'
    bytes.push(isEscape ? Number.parseInt(escaped.slice(index + 1, index + 3), 16) : escaped.charCodeAt(index))
    if (isEscape) index += 2
  }
  return bytes
}

/** UTF-8 of a text in base64url without padding (RFC 4648 §5). The text must be well-formed. */
export const toBase64url = (text: string): string => {
  const bytes = utf8(text)
  let out = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.slice(index, index + 3)
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const digits = b === undefined ? 2 : c === undefined ? 3 : 4
    for (let digit = 0; digit < digits; digit += 1) out += ALPHABET[(bits >> (18 - 6 * digit)) & 63]
  }
  return out
}

/** The inverse of toBase64url; null when the text is not base64url of UTF-8. */
export const fromBase64url = (text: string): string | null => {
  let escaped = ''
  let bits = 0
  let held = 0
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return null
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    escaped += `%${((bits >> held) & 0xff).toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(escaped)
  } catch {
    return null
  }
}
