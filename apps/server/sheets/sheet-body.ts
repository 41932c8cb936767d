import { type Cell, fieldOf, type HeadMapping, type LedgerDefinition, type SheetRow } from '@yundiao/ledgers'
import type { ReadCell, ReadRow } from '@yundiao/office'
import type { Reject } from './import-result.ts'

const TOTAL = /^(合计|总计|小计|全市)([(（].*)?$/u
const SECTION = /^([一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])/u
const FOOT = /^(注|备注|说明|分管领导|审核人|填报人|填报日期)[:：]/u

const firstText = (row: ReadRow): string => row.cells[0]?.raw.trim() ?? ''

/** What a row below the head is: an entry, a line between entries (合计, 一、续建), or the first line of the foot. */
export const kindOfRow = (row: ReadRow): 'entry' | 'between' | 'foot' => {
  const first = firstText(row)
  if (FOOT.test(first)) return 'foot'
  const words = row.cells.filter((cell) => cell.kind === 'text').length
  return TOTAL.test(first) || (SECTION.test(first) && words === 1) ? 'between' : 'entry'
}

/** Text that Excel or WPS would run when the file is opened again. A leading dash or plus alone is how offices list. */
const FORMULA = /^(?:[=@＝＠\t\r]|[+\-＋－].*(?:\||![$A-Za-z]))/u

export const looksLikeFormula = (text: string): boolean => FORMULA.test(text.trimStart())

/** Why no intake takes a cell: an error value, or text that would run as a formula. */
export const faultOf = (cell: ReadCell): Pick<Reject, 'code' | 'message'> | null => {
  if (cell.kind === 'error')
    return { code: 'input.invalid', message: `${cell.address} 是错误值 ${cell.raw}，请改正公式或填入数值后再导入` }
  if (cell.kind === 'text' && looksLikeFormula(cell.raw))
    return { code: 'input.invalid', message: `${cell.address} 的内容像公式，不予导入。请改为文字或数值` }
  return null
}

/** A per cent formatted cell of a ratio holds 0.066 where the sheet shows 6.6%. */
const cellValue = (cell: ReadCell, isRatio: boolean): Cell => {
  const isPercent = isRatio && cell.kind === 'number' && cell.format?.includes('%') === true
  return isPercent ? `${Number((Number(cell.value) * 100).toPrecision(15))}%` : cell.value
}

/** The row as ledgers reads it, and the cells that no field can take. Columns that are no field are not looked at. */
export const sheetRowOf = (
  definition: LedgerDefinition,
  mapping: HeadMapping,
  sheet: string,
  row: ReadRow,
): { row: SheetRow; faults: Reject[] } => {
  const targets = new Map(mapping.columns.map((mapped) => [mapped.column, mapped.target]))
  const cells: Cell[] = Array.from({ length: row.cells.at(-1)?.column ?? 0 }, () => null)
  const faults: Reject[] = []
  for (const cell of row.cells) {
    const target = targets.get(cell.column - 1)
    if (!target) continue
    const fault = faultOf(cell)
    if (fault) faults.push({ sheet, cell: cell.address, value: cell.raw, ...fault })
    const isRatio = target.kind === 'field' && fieldOf(definition, target.name)?.kind === 'ratio'
    cells[cell.column - 1] = cellValue(cell, isRatio)
  }
  return { row: { sheet, row: row.row, cells }, faults }
}
