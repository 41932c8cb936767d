/** A record of a CSV file. `row` is the number a spreadsheet shows: the header is row 1. */
export type CsvRow = { row: number; cells: readonly string[] }
export type Csv = { kind: 'csv'; header: readonly string[]; rows: readonly CsvRow[] }
export type CsvFault = { kind: 'fault'; row: number; message: string }

type Cursor = { at: number; text: string }

const readQuoted = (cursor: Cursor): string | null => {
  let cell = ''
  cursor.at += 1
  while (cursor.at < cursor.text.length) {
    const char = cursor.text[cursor.at]
    cursor.at += 1
    if (char !== '"') cell += char
    else if (cursor.text[cursor.at] === '"') {
      cell += '"'
      cursor.at += 1
    } else return cell
  }
  return null
}

const readPlain = (cursor: Cursor): string | null => {
  const from = cursor.at
  while (cursor.at < cursor.text.length && !',\r\n'.includes(cursor.text[cursor.at] ?? '')) cursor.at += 1
  const cell = cursor.text.slice(from, cursor.at)
  return cell.includes('"') ? null : cell
}

const skipLineEnd = (cursor: Cursor): boolean => {
  const before = cursor.at
  if (cursor.text[cursor.at] === '\r') cursor.at += 1
  if (cursor.text[cursor.at] === '\n') cursor.at += 1
  return cursor.at > before
}

const readRecord = (cursor: Cursor): string[] | null => {
  const cells: string[] = []
  for (;;) {
    const cell = cursor.text[cursor.at] === '"' ? readQuoted(cursor) : readPlain(cursor)
    if (cell === null) return null
    cells.push(cell)
    if (cursor.text[cursor.at] === ',') cursor.at += 1
    else return skipLineEnd(cursor) || cursor.at >= cursor.text.length ? cells : null
  }
}

/**
 * Reads CSV (RFC 4180; LF or CRLF; a byte order mark is dropped) into a header and records. The whole text is refused
 * when a quote does not close or a record has not as many cells as the header: cells would sit under wrong heads.
 */
export const parseCsv = (text: string): Csv | CsvFault => {
  const cursor: Cursor = { at: text.startsWith('\uFEFF') ? 1 : 0, text }
  const records: string[][] = []
  while (cursor.at < text.length) {
    const cells = readRecord(cursor)
    const row = records.length + 1
    if (!cells) return { kind: 'fault', row, message: `第${row}行引号不成对：请检查该行的双引号` }
    const width = records[0]?.length ?? cells.length
    if (cells.length !== width)
      return { kind: 'fault', row, message: `第${row}行有${cells.length}格，表头有${width}格：请补齐或删去多出的逗号` }
    records.push(cells)
  }
  const [header, ...body] = records
  if (!header) return { kind: 'fault', row: 1, message: '文件是空的：请选择有表头的 CSV 文件' }
  return { kind: 'csv', header, rows: body.map((cells, index) => ({ row: index + 2, cells })) }
}

/** A1 name of a cell: column counted from 0, row from 1. */
export const a1 = (column: number, row: number): string => {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row}`
}
