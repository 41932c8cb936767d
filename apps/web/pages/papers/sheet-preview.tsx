import type { Sheet as PrintedSheet, SheetCell, SheetColumn, SheetRow } from '@yundiao/briefings'
import { type Column, DataTable, Mark } from '@yundiao/ui'
import { usePrinting } from '../../shell/use-printing.ts'
import { useWords } from '../../shell/words.ts'
import { FigureDoor, FormulaDoor } from './bound-text.tsx'
import { sheetNumber } from './sheet-number.ts'

const PIXELS_PER_CHARACTER = 7
/** On A4 across: in proportion, and no wider than the page. */
const PRINTED_PIXELS = 4

const CellView = ({ cell, column }: { cell: SheetCell; column: SheetColumn }) => {
  if (cell === null) return null
  if ('text' in cell) return <>{cell.text}</>
  if ('day' in cell) return <span className="nw">{cell.day}</span>
  if ('gap' in cell) return cell.gap === '未公布' ? <>…</> : <Mark word={cell.gap} />
  const shown = sheetNumber(cell, column.format)
  if ('figure' in cell) return <FigureDoor figure={cell.figure} shown={shown} mark={cell.mark} />
  return 'formula' in cell ? <FormulaDoor use={cell.formula} shown={shown} /> : shown
}

type Keyed = { row: SheetRow; key: string; group: string | null }

const isSection = ({ section, cells }: SheetRow): boolean => section === true && cells.length === 1

/** Rows with the title that stands above them; a title alone on its row becomes the head of what follows. */
const keyedRows = ({ total, rows }: PrintedSheet): Keyed[] => {
  let group: string | null = null
  return [...(total ? [total] : []), ...rows].flatMap((row, i) => {
    const [first = null] = row.cells
    if (isSection(row)) group = first !== null && 'text' in first ? first.text : null
    return isSection(row) ? [] : [{ row, key: String(i), group }]
  })
}

const isText = ({ format }: SheetColumn): boolean => format === 'text' || format === 'day'

const columnsOf = (sheet: PrintedSheet, printing: boolean): Column<Keyed>[] =>
  sheet.columns.flatMap((column, i) => {
    if (column.hidden) return []
    const isFrozen = i < sheet.freezeColumns && !printing
    const indented = i === (sheet.labelColumn ?? 0)
    return [
      {
        id: String(i),
        label: column.label,
        under: column.under,
        align: column.align ?? (isText(column) ? 'left' : 'right'),
        width: printing ? column.width * PRINTED_PIXELS : isFrozen ? column.width * PIXELS_PER_CHARACTER : undefined,
        ...(isFrozen ? { frozen: indented ? ('always' as const) : ('wide' as const) } : {}),
        cell: ({ row }: Keyed) => (
          <span className={indented && (row.indent ?? 0) > 0 ? `indent-${Math.min(row.indent ?? 0, 2)}` : undefined}>
            <CellView cell={row.cells[i] ?? null} column={column} />
          </span>
        ),
      },
    ]
  })

/** A sheet as it was printed: title, line of unit, merged heads, notes; every bound number opens its 出处. */
export const SheetPreview = ({ sheet }: { sheet: PrintedSheet }) => {
  const words = useWords()
  const printing = usePrinting()
  return (
    <>
      <p className="unit-line">
        <span>填报单位（盖章）：{sheet.reporter}</span>
        <span>
          截至{sheet.asKnownOn} 单位：{sheet.unitLine}
        </span>
      </p>
      <div className="sheet-scroll">
        <DataTable
          label={sheet.title}
          className={printing ? 'board ruled as-printed' : 'board ruled'}
          columns={columnsOf(sheet, printing)}
          rows={keyedRows(sheet)}
          rowKey={(one) => one.key}
          groupOf={({ group }) => (group === null ? null : { key: group, title: group })}
        />
      </div>
      <div className="paper-notes">
        {sheet.notes.map((note) => (
          <p key={note} className="note">
            注：{note}
          </p>
        ))}
      </div>
      <p className="print-foot">
        <span>{words.printFoot}</span>
      </p>
    </>
  )
}
