/** A document, or where its text stops being one. */
export type Parsed = { kind: 'json'; value: unknown } | { kind: 'fault'; where: string; message: string }

const placeIn = (text: string, at: number): string => {
  const lines = text.slice(0, at).split('\n')
  return `第 ${lines.length} 行第 ${(lines.at(-1)?.length ?? 0) + 1} 字`
}

/** The engine tells a position, or the text about it; a text that ends too soon has neither. */
const nearBy = (text: string, error: unknown): string => {
  const at = /position (\d+)/.exec(String(error))?.[1]
  if (at !== undefined) return `${placeIn(text, Number(at))}附近写法不对`
  const about = /Unexpected token .*?, (?:\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON/s.exec(String(error))?.[1]
  return about === undefined ? '没有写完' : `“${about.replace(/\s+/g, ' ').trim()}”附近写法不对`
}

/** Parses a JSON text, a byte order mark left aside; a fault names the place where the engine tells it. */
export const parseJson = (text: string): Parsed => {
  const plain = text.replace(/^\uFEFF/, '')
  if (plain.trim() === '') return { kind: 'fault', where: '文件', message: '是空的' }
  try {
    return { kind: 'json', value: JSON.parse(plain) }
  } catch (error) {
    return { kind: 'fault', where: '文件', message: `不是 JSON：${nearBy(plain, error)}，请核对括号、引号和逗号` }
  }
}
