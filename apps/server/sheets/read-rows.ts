import { Problem } from '@yundiao/kernel'
import {
  cellName,
  type EntryMark,
  type HeadMapping,
  type LedgerDefinition,
  readMark,
  rowToInput,
  type SheetTarget,
  type Values,
} from '@yundiao/ledgers'
import type { ReadRow, ReadSheet } from '@yundiao/office'
import { findHead, HEAD_WITHIN } from './find-head.ts'
import type { ImportResult, Reject } from './import-result.ts'
import { kindOfRow, sheetRowOf } from './sheet-body.ts'
import type { SheetPlace } from './sheet-places.ts'

/** Most entries of one file: they are written in one transaction. */
const MOST_ROWS = 20_000

/** A row that can be entered, with the place of each field's cell. */
export type Candidate = {
  sheet: string
  row: number
  /** The entry an exported sheet says the row is; null for a new row. */
  mark: EntryMark | null
  /** Whether the sheet has a column for the place. */
  isPlaced: boolean
  region: string | null
  state: string | null
  values: Values
  cellOf: (field: string) => string
  cellOfFrame: (kind: 'region' | 'state' | 'entry') => string
}

export type ReadRows = Pick<ImportResult, 'rows' | 'unmatched' | 'skipped'> & {
  candidates: Candidate[]
  rejected: Reject[]
}

type Reading = ReadRows & { definition: LedgerDefinition; placeOf: (word: string | null) => SheetPlace }

const collect = async (sheet: ReadSheet): Promise<ReadRow[]> => {
  const rows: ReadRow[] = []
  for await (const row of sheet.rows()) {
    rows.push(row)
    if (rows.length > MOST_ROWS + HEAD_WITHIN)
      throw new Problem(
        'input.too-large',
        `“${sheet.name}”超过 ${MOST_ROWS} 行，一次导入不了。请拆成几个文件再导入。`,
        {
          sheet: sheet.name,
          limit: MOST_ROWS,
        },
      )
  }
  return rows
}

/** AB of AB12. */
const columnIn = (cell: string): string => cell.replace(/\d+$/, '')

const columnOf = (mapping: HeadMapping, wanted: (target: SheetTarget) => boolean): number =>
  mapping.columns.find(({ target }) => wanted(target))?.column ?? 0

const has = (mapping: HeadMapping, kind: SheetTarget['kind']): boolean =>
  mapping.columns.some(({ target }) => target.kind === kind)

/** The words of the hidden column, '' where there are none. */
const markText = (mapping: HeadMapping, raw: ReadRow): string => {
  const column = mapping.columns.find(({ target }) => target.kind === 'entry')?.column
  return raw.cells.find((cell) => cell.column - 1 === column)?.raw.trim() ?? ''
}

const refuseMissing = (sheet: string, mapping: HeadMapping): void => {
  if (mapping.missing.length === 0) return
  const labels = mapping.missing.map(({ label }) => `“${label}”`).join('、')
  throw new Problem('input.invalid', `“${sheet}”的表头缺少必填的列 ${labels}。请补上这一列，或按本台账导出的表填写`, {
    sheet,
    fields: mapping.missing.map(({ field }) => field),
  })
}

const placeFault = (place: SheetPlace, cell: string, word: string): Pick<Reject, 'code' | 'message'> =>
  place.kind === 'unknown'
    ? { code: 'region.unknown', message: `${cell} 县区：没有“${word}”这个县区或园区，请核对名称` }
    : { code: 'right.missing', message: `${cell} 县区：“${word}”不在当前账号的管辖范围，请删去这一行或改为本县区` }

const readRow = (reading: Reading, mapping: HeadMapping, sheet: string, raw: ReadRow): void => {
  const { definition, rejected, candidates } = reading
  const { row, faults } = sheetRowOf(definition, mapping, sheet, raw)
  const words = markText(mapping, raw)
  const mark = readMark(words)
  const input = rowToInput(definition, mapping, row, mark ? 'change' : 'new')
  if (input.kind === 'blank') return
  reading.rows += 1
  const cellWhere = (wanted: (target: SheetTarget) => boolean): string => cellName(raw.row, columnOf(mapping, wanted))
  const cellOfFrame: Candidate['cellOfFrame'] = (kind) => cellWhere((target) => target.kind === kind)
  if (words !== '' && !mark) {
    const cell = cellOfFrame('entry')
    const message = `${cell} 编号：已被改动，对不上台账里的记录。请重新导出再改；新增的行请清空这一格`
    rejected.push({ sheet, cell, value: words, code: 'input.invalid', message })
    return
  }
  if (faults.length > 0 || input.kind === 'rejected') {
    const told = new Set(faults.map((fault) => fault.cell))
    rejected.push(...faults, ...(input.kind === 'rejected' ? input.rejects.filter(({ cell }) => !told.has(cell)) : []))
    return
  }
  const place = reading.placeOf(input.region)
  if (place.kind !== 'place') {
    const cell = cellOfFrame('region')
    rejected.push({ sheet, cell, value: input.region ?? '', ...placeFault(place, cell, input.region ?? '') })
    return
  }
  const { state, values } = input
  const cellOf = (field: string): string => cellWhere((target) => target.kind === 'field' && target.name === field)
  const frame = { sheet, row: raw.row, mark, isPlaced: has(mapping, 'region'), region: place.code, state }
  candidates.push({ ...frame, values, cellOf, cellOfFrame })
}

const NO_HEAD = '（没有表头）'

/**
 * What stands right of the head: beside a table, a note, which is told as a column that is not taken; in a CSV file a
 * row with a comma too many, whose cells cannot be told apart. Answers whether the row can be read.
 */
const readOutside = (reading: Reading, sheet: ReadSheet, row: ReadRow, width: number): boolean => {
  const outside = row.cells.filter(({ column, raw }) => column > width && raw.trim() !== '')
  const [first] = outside
  if (!first) return true
  if (sheet.isCsv) {
    const cell = cellName(row.row, first.column - 1)
    const message = `${cell} 在表头之外：这一行有${outside.at(-1)?.column}格，表头有${width}格。多半是数里的千分位逗号把一格分成了两格，请去掉逗号，或给带逗号的内容加上双引号`
    reading.rejected.push({ sheet: sheet.name, cell, value: first.raw, code: 'input.invalid', message })
    return false
  }
  for (const { column } of outside) {
    const cell = cellName(row.row, column - 1)
    const isTold = reading.unmatched.some((one) => one.sheet === sheet.name && columnIn(one.cell) === columnIn(cell))
    if (!isTold) reading.unmatched.push({ sheet: sheet.name, cell, head: NO_HEAD })
  }
  return true
}

const readSheet = async (reading: Reading, sheet: ReadSheet): Promise<void> => {
  const rows = await collect(sheet)
  const head = findHead(reading.definition, rows.slice(0, HEAD_WITHIN))
  if (!head) {
    if (rows.length > 0) reading.skipped.push(sheet.name)
    return
  }
  refuseMissing(sheet.name, head.mapping)
  for (const { column, head: words } of head.mapping.unmatched)
    reading.unmatched.push({ sheet: sheet.name, cell: cellName(head.last, column), head: words })
  for (const row of rows.filter((one) => one.row > head.last)) {
    const kind = kindOfRow(row)
    if (kind === 'foot') return
    if (kind === 'entry' && readOutside(reading, sheet, row, head.width))
      readRow(reading, head.mapping, sheet.name, row)
  }
}

/**
 * The entries a file asks to be made, and every cell that cannot be taken, by its place. Throws Problem where no sheet
 * has a head of the ledger, a required column lacks, or the file is too large.
 */
export const readRows = async (
  definition: LedgerDefinition,
  sheets: readonly ReadSheet[],
  placeOf: Reading['placeOf'],
): Promise<ReadRows> => {
  const reading: Reading = { definition, placeOf, rows: 0, unmatched: [], skipped: [], candidates: [], rejected: [] }
  for (const sheet of sheets) await readSheet(reading, sheet)
  if (reading.skipped.length === sheets.length)
    throw new Problem(
      'input.invalid',
      `前 ${HEAD_WITHIN} 行里没有找到${definition.title}的表头。请核对是不是这张表，或按本台账导出的表填写`,
      { sheets: reading.skipped },
    )
  const { definition: _, placeOf: __, ...read } = reading
  return read
}
