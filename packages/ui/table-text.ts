/** Cells as a spreadsheet puts them on the clipboard: rows of texts. */
export type TextTable = string[][]

const mustQuote = (cell: string): boolean => /[\t\n\r]/.test(cell) || cell.startsWith('"')

const printCell = (cell: string): string => (mustQuote(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Tab-separated text of a block, quoted as Excel and WPS do: only cells with tabs, line breaks or a leading quote. */
export const printTable = (table: readonly (readonly string[])[]): string => {
  const text = table.map((row) => row.map(printCell).join('\t')).join('\n')
  return text.endsWith('\n') ? `${text}\n` : text
}

/** Where a quoted cell that opens at `from` closes; -1 when the quote is a character like any other. */
const closing = (text: string, from: number): number => {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] !== '"') continue
    if (text[i + 1] === '"') i++
    else return i + 1 === text.length || text[i + 1] === '\t' || text[i + 1] === '\n' ? i : -1
  }
  return -1
}

const plainEnd = (text: string, from: number): number => {
  for (let i = from; i < text.length; i++) if (text[i] === '\t' || text[i] === '\n') return i
  return text.length
}

/**
 * The cells of tab-separated text from the clipboard. Quoted cells keep their tabs and line breaks; a quote that is
 * not closed at the end of a cell stays a character. The line break after the last row is no row. Empty text is one
 * empty cell.
 */
export const parseTable = (raw: string): TextTable => {
  const text = raw.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const table: TextTable = [[]]
  for (let at = 0; at <= text.length; ) {
    const close = text[at] === '"' ? closing(text, at) : -1
    const end = close < 0 ? plainEnd(text, at) : close + 1
    table.at(-1)?.push(close < 0 ? text.slice(at, end) : text.slice(at + 1, close).replaceAll('""', '"'))
    if (text[end] === '\n') table.push([])
    at = end + 1
  }
  return table
}

const isRectangle = (table: TextTable): boolean => table.every((row) => row.length === table[0]?.length)

/**
 * Which of the two the clipboard holds is to be read. Plain text is nearer to what was typed; the table of the HTML is
 * taken where line breaks in cells have torn the plain text (word processors do not quote them).
 */
export const chooseTable = (plain: string, html: TextTable | null): TextTable => {
  const table = parseTable(plain)
  if (!html || html.length === 0) return table
  return isRectangle(table) && table.length === html.length ? table : html
}
