import { cellAddress } from '@yundiao/briefings'
import { Problem } from '@yundiao/kernel'
import type { XmlHandlers } from './parse-xml.ts'
import type { ReadCaps, ReadCell, ReadRow } from './read-cell.ts'
import { columnOf, decodeCell, type RawCell } from './xlsx-cell.ts'
import { local, type Workbook } from './xlsx-parts.ts'

/** Filled cells still allowed, shared by all sheets of a file. */
export type CellBudget = { left: number }

type Collecting = {
  ready: ReadRow[]
  filledRows: number
  row: number
  column: number
  cells: ReadCell[]
  cell: RawCell | null
  inValue: boolean
}

const splitHint = '请删去多余部分，或拆成几个文件再导入。'

const checkCell = (sheet: string, cell: ReadCell, caps: ReadCaps, budget: CellBudget): void => {
  if (cell.column > caps.columns)
    throw new Problem('input.too-large', `“${sheet}”${cell.address}：超过 ${caps.columns} 列上限。${splitHint}`, {
      sheet,
      cell: cell.address,
      limit: caps.columns,
    })
  budget.left -= 1
  if (budget.left < 0)
    throw new Problem(
      'input.too-large',
      `“${sheet}”${cell.address}：有内容的单元格超过 ${caps.cells} 个上限。${splitHint}`,
      {
        sheet,
        cell: cell.address,
        limit: caps.cells,
      },
    )
}

const endRow = (state: Collecting, sheet: string, caps: ReadCaps): void => {
  if (state.cells.length === 0) return
  state.filledRows += 1
  if (state.filledRows > caps.rows)
    throw new Problem(
      'input.too-large',
      `“${sheet}”第 ${state.row} 行：有内容的行超过 ${caps.rows} 行上限。${splitHint}`,
      {
        sheet,
        row: state.row,
        limit: caps.rows,
      },
    )
  state.ready.push({ row: state.row, cells: state.cells })
  state.cells = []
}

const beginCell = (state: Collecting, attributes: Readonly<Record<string, string>>): void => {
  state.column = columnOf(attributes.r ?? '') ?? state.column + 1
  state.cell = {
    address: cellAddress(state.column, state.row),
    column: state.column,
    type: attributes.t ?? 'n',
    style: Number(attributes.s ?? 0),
    raw: '',
    isFormula: false,
  }
}

/**
 * Handlers that turn a sheet's XML into rows; `take` empties what is ready. Empty cells and rows cost nothing, however
 * far the sheet is formatted. Over a limit: a Problem that names sheet and cell.
 */
export const rowCollector = (
  sheet: string,
  workbook: Workbook,
  caps: ReadCaps,
  budget: CellBudget,
): { handlers: XmlHandlers; take: () => ReadRow[] } => {
  const state: Collecting = { ready: [], filledRows: 0, row: 0, column: 0, cells: [], cell: null, inValue: false }
  const endCell = (): void => {
    const cell = state.cell && decodeCell(state.cell, workbook)
    state.cell = null
    if (!cell) return
    checkCell(sheet, cell, caps, budget)
    state.cells.push(cell)
  }
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      const element = local(name)
      if (element === 'row') Object.assign(state, { row: Number(attributes.r ?? state.row + 1), column: 0 })
      else if (element === 'c') beginCell(state, attributes)
      else if (element === 'f' && state.cell) state.cell.isFormula = true
      state.inValue = element === 'v' || element === 't'
    },
    text: (text) => {
      if (state.cell && state.inValue) state.cell.raw += text
    },
    close: (name) => {
      const element = local(name)
      state.inValue = false
      if (element === 'c') endCell()
      else if (element === 'row') endRow(state, sheet, caps)
    },
  }
  return { handlers, take: () => state.ready.splice(0) }
}
