import { pipeline, Readable } from 'node:stream'
import { cellAddress } from '@yundiao/briefings'
import { isProblem, Problem } from '@yundiao/kernel'
import { CsvError, parse } from 'csv-parse'
import { decodeUtf8 } from './decode-utf8.ts'
import { READ_CAPS, type ReadCaps, type ReadCell, type ReadRow, type ReadSheet } from './read-cell.ts'

const FILE_BYTES = 200 * 2 ** 20
const LONGEST_RECORD = 2 ** 20

const cellOf = (raw: string, column: number, row: number): ReadCell => ({
  address: cellAddress(column, row),
  column,
  kind: 'text',
  value: raw,
  raw,
  isFormula: false,
  format: null,
})

const checkSize = (fields: readonly string[], row: number, caps: ReadCaps): void => {
  if (fields.length > caps.columns)
    throw new Problem(
      'input.too-large',
      `第 ${row} 行：有 ${fields.length} 列，超过 ${caps.columns} 列上限。请检查分隔符，或删去多余的列。`,
      { row, limit: caps.columns },
    )
  if (row > caps.rows)
    throw new Problem('input.too-large', `第 ${row} 行：超过 ${caps.rows} 行上限。请拆成几个文件再导入。`, {
      row,
      limit: caps.rows,
    })
}

const explain = (error: CsvError): Problem => {
  const row = Number(error.lines ?? 0)
  const detail = { row, cause: error.code }
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new Problem(
      'input.too-large',
      `第 ${row} 行附近：一行超过 1 MB，可能是引号没有成对。请检查该行的双引号。`,
      detail,
    )
  return new Problem(
    'input.format',
    `第 ${row} 行：双引号没有成对或位置不对，无法分列。请在该行补齐双引号，或另存为 CSV UTF-8 再导入。`,
    detail,
  )
}

async function* csvRows(bytes: Uint8Array, caps: ReadCaps): AsyncGenerator<ReadRow> {
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: LONGEST_RECORD })
  // A fault of the source reaches the reader through the parser, which it destroys.
  pipeline(Readable.from(decodeUtf8(bytes)), parser, () => {})
  let row = 0
  let filled = 0
  for await (const fields of parser as AsyncIterable<string[]>) {
    row += 1
    const cells = fields.flatMap((raw, i) => (raw === '' ? [] : [cellOf(raw, i + 1, row)]))
    checkSize(fields, row, caps)
    filled += cells.length
    if (filled > caps.cells)
      throw new Problem(
        'input.too-large',
        `第 ${row} 行：有内容的单元格超过 ${caps.cells} 个上限。请拆成几个文件再导入。`,
        { row, limit: caps.cells },
      )
    if (cells.length > 0) yield { row, cells }
  }
}

async function* explained(rows: AsyncGenerator<ReadRow>): AsyncGenerator<ReadRow> {
  try {
    yield* rows
  } catch (error) {
    if (!isProblem(error) && error instanceof CsvError) throw explain(error)
    throw error
  }
}

/**
 * A CSV file (RFC 4180, comma, UTF-8 with or without BOM) as one sheet of text cells, row by row. `row` counts records,
 * as Excel would show them. Another encoding, an open quote or more than the limits: a Problem naming row and remedy.
 */
export const readCsv = (bytes: Uint8Array, caps: ReadCaps = READ_CAPS): { sheets: readonly ReadSheet[] } => {
  if (bytes.length > FILE_BYTES)
    throw new Problem('input.too-large', '文件超过 200 MB 上限。请拆成几个文件再导入。', { limit: FILE_BYTES })
  if (bytes.length === 0) throw new Problem('input.format', '文件是空的（0 字节）。请重新导出或重新上传。')
  return {
    sheets: [
      {
        name: 'CSV',
        isHidden: false,
        isCsv: true,
        rows: () => explained(csvRows(bytes, caps)),
        merges: async () => [],
      },
    ],
  }
}
