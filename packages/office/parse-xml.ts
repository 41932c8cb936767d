import { isProblem, Problem } from '@yundiao/kernel'
import { SaxesParser } from 'saxes'

/** What a part's elements are told to. Names keep their prefix; attributes are plain strings. */
export type XmlHandlers = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** Longest run of characters without an element beginning or ending, and deepest nesting: what bounds memory. */
const LONGEST_TOKEN = 2 ** 20
const DEEPEST = 200

const damaged = (part: string, what: string): Problem =>
  new Problem('input.format', `文件内部（${part}）${what}，无法读取。请用 WPS 打开后另存，再导入。`, { part })

/**
 * Feeds the pieces of an XML part to the handlers and hands control back after each piece, so that a reader may yield
 * what has been collected. No DTD, so no entity can expand; memory does not grow with the part.
 */
export async function* parseXml(
  pieces: AsyncIterable<Uint8Array>,
  part: string,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const guard = { since: 0, depth: 0 }
  const parser = guardedParser(part, handlers, guard)
  try {
    for await (const piece of pieces) {
      guard.since += piece.length
      parser.write(decoder.decode(piece, { stream: true }))
      if (guard.since > LONGEST_TOKEN)
        throw new Problem(
          'input.too-large',
          `文件内部（${part}）有一段内容超过 1 MB，已停止读取。请检查是否有异常单元格。`,
          { part },
        )
      yield
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    if (isProblem(error)) throw error
    throw damaged(part, error instanceof TypeError ? '不是 UTF-8 编码' : '格式有误')
  }
  yield
}

const guardedParser = (part: string, handlers: XmlHandlers, guard: { since: number; depth: number }): SaxesParser => {
  const parser = new SaxesParser({ xmlns: false, fragment: false })
  parser.on('doctype', () => {
    throw damaged(part, '含有不允许的声明')
  })
  parser.on('opentag', (tag) => {
    guard.since = 0
    guard.depth += 1
    if (guard.depth > DEEPEST) throw damaged(part, '嵌套过深')
    handlers.open?.(tag.name, tag.attributes)
  })
  parser.on('closetag', (tag) => {
    guard.since = 0
    guard.depth -= 1
    handlers.close?.(tag.name)
  })
  if (handlers.text) parser.on('text', handlers.text)
  return parser
}

/** Reads a small part to its end. */
export const readXml = async (
  pieces: AsyncIterable<Uint8Array>,
  part: string,
  handlers: XmlHandlers,
): Promise<void> => {
  for await (const _ of parseXml(pieces, part, handlers));
}
