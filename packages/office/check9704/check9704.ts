import { pageNumberFindings } from './page-number-rules.ts'
import { pageFindings, tableFindings } from './page-rules.ts'
import { readLayout } from './read-layout.ts'
import type { Finding } from './text-parts.ts'
import { bodyFindings, headingFindings, titleFindings } from './text-rules.ts'

/** The same fault in many places is one finding that names the first. */
const gathered = (findings: readonly Finding[]): Finding[] => {
  const groups = Map.groupBy(findings, ({ code, expected, found }) => JSON.stringify([code, expected, found]))
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const places = new Set(own.map(({ where }) => where)).size
    return [places === 1 ? first : { ...first, where: `${first.where}等${places}处` }]
  })
}

/**
 * Where any Word file departs from GB/T 9704-2012 党政机关公文格式: paper, margins, grid, faces and sizes of title, headings
 * and body, indents, numbers of headings, page numbers, tables wider than the type area. Each rule says how it was read
 * (来源 B, C, D, 推算). Weighs what a 简报 takes of the standard: no 发文机关标志, 发文字号, 主送, 印章 or 版记; numbers an
 * editor sets by itself are not seen. Throws the Problems of a file that is no Word document.
 */
export const check9704 = async (bytes: Uint8Array): Promise<readonly Finding[]> => {
  const document = await readLayout(bytes)
  return gathered([
    ...pageFindings(document),
    ...titleFindings(document),
    ...headingFindings(document),
    ...bodyFindings(document),
    ...pageNumberFindings(document),
    ...tableFindings(document),
  ])
}
