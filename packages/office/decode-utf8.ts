import { Problem } from '@yundiao/kernel'

const PIECE = 2 ** 16

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte)

const isGbk = (bytes: Uint8Array): boolean => {
  try {
    return /[\u4E00-\u9FFF]/u.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

const lineOf = (bytes: Uint8Array, end: number): number => {
  let line = 1
  for (let i = 0; i < end; i += 1) if (bytes[i] === 0x0a) line += 1
  return line
}

/** Refuses bytes that are not UTF-8, naming the encoding they seem to be, the line, and how to save the file right. */
const refuse = (bytes: Uint8Array, from: number): never => {
  const row = lineOf(bytes, firstBadByte(bytes, from))
  const lineStart = bytes.lastIndexOf(0x0a, Math.max(0, firstBadByte(bytes, from))) + 1
  const lineEnd = bytes.indexOf(0x0a, lineStart)
  const line = bytes.subarray(lineStart, lineEnd < 0 ? undefined : lineEnd)
  const guess = isGbk(line) ? '像是 GBK（WPS、Excel 另存 CSV 的默认编码）' : '编码不明'
  throw new Problem(
    'input.encoding',
    `第 ${row} 行：不是 UTF-8 编码，${guess}。请另存为“CSV UTF-8（逗号分隔）”，或直接导入 .xlsx。`,
    { row },
  )
}

const firstBadByte = (bytes: Uint8Array, from: number): number => {
  let [low, high] = [Math.max(0, from - 4), Math.min(bytes.length, from + PIECE)]
  while (low > 0 && ((bytes[low] ?? 0) & 0xc0) === 0x80) low -= 1
  const start = low
  const isGood = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isGood(middle)) low = middle
    else high = middle
  }
  return low
}

/** The text of UTF-8 bytes in pieces; a Problem `input.encoding` where they are something else. */
export function* decodeUtf8(bytes: Uint8Array): Generator<string> {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]))
    throw new Problem(
      'input.encoding',
      '第 1 行：是 UTF-16（Unicode 文本）编码。请另存为“CSV UTF-8（逗号分隔）”，或直接导入 .xlsx。',
      { row: 1 },
    )
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let at = 0; at < bytes.length; at += PIECE) {
    const isLast = at + PIECE >= bytes.length
    let text: string
    try {
      text = decoder.decode(bytes.subarray(at, at + PIECE), { stream: !isLast })
    } catch {
      return refuse(bytes, at)
    }
    yield text
  }
}
