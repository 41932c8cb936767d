import { Link } from '@tanstack/react-router'
import {
  type Column,
  CompareView,
  DataTable,
  Door,
  type Fig,
  FigureView,
  Mark,
  readable,
  Scroll,
  Sheet,
} from '@yundiao/ui'
import type { DragCell, DragDrawn, DragRow, Drags } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import { rowTarget } from './row-target.ts'

/** A published number where the other rows have our own says so. */
const FigureCellView = ({ fig, isPublished, label }: { fig: Fig; isPublished: boolean; label: string }) => {
  const words = useWords()
  return (
    <>
      {isPublished ? <small className="muted">{words.dragPublished} </small> : null}
      <FigureView fig={fig} label={label} />
    </>
  )
}

const CellView = ({ cell, label }: { cell: DragCell | null; label: string }) => {
  if (cell === null) return null
  if (cell.kind === 'figure')
    return <FigureCellView fig={cell.fig} isPublished={cell.published === true} label={label} />
  if (cell.kind === 'compare') return <CompareView compare={cell.compare} label={label} />
  if (cell.kind === 'hidden')
    return (
      <Door content={{ kind: 'reason', label, text: cell.why }} label={`${label} ※`} className="n refusal">
        ※
      </Door>
    )
  return <>{readable(cell.text)}</>
}

const NameView = ({ row }: { row: DragRow }) => {
  const words = useWords()
  const target = rowTarget(row)
  const name = target ? (
    <Link {...target} title={row.open ? words.dragOpenRow : words.dragOpenEntry}>
      {row.label}
    </Link>
  ) : (
    <span>{row.label}</span>
  )
  const isMarked = row.demo && row.entry !== null
  return (
    <>
      {name}
      {isMarked ? <Mark word="演示" /> : null}
      {row.note ? <small className="drag-note">{row.note}</small> : null}
    </>
  )
}

/** 拉动（个百分点） → the label and the unit under it. */
const headOf = (head: string): { label: string; unit?: string } => {
  const [, label = head, unit] = /^(.*)（(.*)）$/u.exec(head) ?? []
  return unit === undefined ? { label } : { label, unit }
}

const NAME_WIDTH = 168

const columnsOf = (drawn: DragDrawn, name: string, total: string): Column<DragRow>[] => [
  {
    id: 'name',
    label: name,
    frozen: 'always',
    width: NAME_WIDTH,
    total,
    cell: (row) => <NameView row={row} />,
  },
  ...drawn.heads.map(
    (head, at): Column<DragRow> => ({
      id: `c${at}`,
      ...headOf(head),
      align: 'right',
      total: <CellView cell={drawn.total[at] ?? null} label={`${total}${head}`} />,
      cell: (row) => <CellView cell={row.cells[at] ?? null} label={`${row.label}${head}`} />,
    }),
  ),
]

/** The rows with 合计 first, a click on a name leading one step further, and the line that adds it up. */
export const DragTable = ({ drags, drawn }: { drags: Drags; drawn: DragDrawn }) => {
  const words = useWords()
  return (
    <Sheet title={words.dragTable} side={drawn.demo ? <Mark word="演示" /> : null} foot={drawn.proof} flush>
      <Scroll label={drags.title}>
        <DataTable
          label={drags.title}
          columns={columnsOf(drawn, words.dragName, words.dragTotal)}
          rows={drawn.rows}
          rowKey={(row) => row.key}
          totals
        />
      </Scroll>
    </Sheet>
  )
}
