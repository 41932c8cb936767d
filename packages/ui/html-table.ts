import type { TextTable } from './table-text.ts'

const CJK = '\u3000-\u9fff\uff00-\uffef'
const BETWEEN_CJK = new RegExp(`(?<=[${CJK}])\\s+(?=[${CJK}])`, 'g')

/** Spreadsheets wrap the source of their HTML anywhere: a wrap between two Chinese characters is no space. */
const textOf = (cell: Element): string => {
  const copy = cell.cloneNode(true) as Element
  for (const br of copy.querySelectorAll('br')) br.replaceWith('\v')
  for (const p of copy.querySelectorAll('p + p')) p.before('\v')
  return (copy.textContent ?? '')
    .split('\v')
    .map((line) => line.replace(BETWEEN_CJK, '').replace(/\s+/g, ' ').trim())
    .join('\n')
}

/** A cell with what it spans; what a merge covers is empty. */
const place = (table: TextTable, cell: HTMLTableCellElement, r: number) => {
  const row = table[r] ?? []
  let c = 0
  while (row[c] !== undefined) c++
  for (const covered of table.slice(r, r + cell.rowSpan))
    for (let right = 0; right < cell.colSpan; right++) covered[c + right] = ''
  row[c] = textOf(cell)
}

/** The first table of clipboard HTML; cells a merge covers are empty. Null when there is none. */
export const parseHtmlTable = (html: string): TextTable | null => {
  if (!/<table/i.test(html)) return null
  const rows = new DOMParser().parseFromString(html, 'text/html').querySelector('table')?.rows ?? []
  const table: TextTable = Array.from(rows, () => [])
  Array.from(rows).forEach((tr, r) => {
    for (const cell of tr.cells) place(table, cell, r)
  })
  return table
}
