import type { CellFormat, SheetCell } from '@yundiao/briefings'
import { showChange, showNumber } from '@yundiao/kernel'

const DECIMALS: Readonly<Partial<Record<CellFormat, number>>> = { level: 2, rate: 1, integer: 0 }

const rankChange = (value: number): string => (value === 0 ? '—' : `${value > 0 ? '↑' : '↓'}${Math.abs(value)}`)

/** A number of a sheet as its column prints it; the decimals of a figure's source where it says them. */
export const sheetNumber = (
  cell: Extract<SheetCell, { number: number } | { figure: unknown } | { formula: unknown }>,
  format: CellFormat,
): string => {
  const value = 'number' in cell ? cell.number : cell.value
  if (format === 'difference') return showChange(value)
  if (format === 'rank-change') return rankChange(value)
  const decimals = ('decimals' in cell ? cell.decimals : undefined) ?? DECIMALS[format]
  return decimals === undefined ? String(value) : showNumber(value, decimals)
}
