import { StateWord } from '@yundiao/ui'
import type { SlideCell, SlideView } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const Cell = ({ cell }: { cell: SlideCell }) =>
  cell.isState ? (
    <StateWord state={{ word: cell.text, reason: '' }} />
  ) : (
    <>
      {cell.text}
      {cell.mark ? <span className="mark">（{cell.mark}）</span> : null}
    </>
  )

type SlideRow = SlideView['rows'][number]

/** Word and shape say which end a place is of; the shade comes last, and a black-and-white print keeps both. */
const End = ({ end }: { end: SlideRow['end'] | undefined }) => {
  const words = useWords()
  if (!end) return null
  return <span className="end">{end === 'first' ? `▲${words.firstThree}` : `▽${words.lastThree}`}</span>
}

const Row = ({ row, columns, isFound }: { row: SlideRow; columns: SlideView['columns']; isFound: boolean }) => (
  <tr className={[row.end ?? '', row.own ? 'own' : '', isFound ? 'found' : ''].filter(Boolean).join(' ')}>
    <th scope="row">
      {row.name} <End end={row.end} />
    </th>
    {row.cells.map((cell, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column alone
      <td key={at} className={columns[at + 1]?.align}>
        <Cell cell={cell} />
      </td>
    ))}
  </tr>
)

/** A name and a number or two: across the whole wall the eye would lose the row, so the table keeps to the left. */
const isNarrow = ({ columns }: SlideView): boolean =>
  columns.length <= 3 && columns.slice(1).every((column) => column.align !== 'left')

type SlideProps = { slide: SlideView; isShown: boolean; found: number | null; foot: string; number: string }

/** One slide: title, the sentence, at most nine rows, what must be known beside them. */
export const Slide = ({ slide, isShown, found, foot, number }: SlideProps) => {
  const words = useWords()
  return (
    <section className={`slide${isShown ? ' shown' : ''}`} aria-hidden={!isShown}>
      <h1>
        {slide.title}
        {slide.pages > 1 ? `（${slide.page}/${slide.pages}）` : ''}
      </h1>
      <div className="body">
        {slide.lead ? <p className="lead">{slide.lead}</p> : null}
        {slide.rows.length > 0 ? (
          <table className={isNarrow(slide) ? 'narrow' : undefined}>
            <thead>
              <tr>
                {slide.columns.map((column) => (
                  <th key={column.label} scope="col" className={column.align}>
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {slide.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two rows may bear one name
                <Row key={at} row={row} columns={slide.columns} isFound={found === at} />
              ))}
            </tbody>
          </table>
        ) : null}
        {slide.note ? <p className="beside">{slide.note}</p> : null}
      </div>
      <footer>
        <span>{foot}</span>
        <span>{number}</span>
      </footer>
      {slide.isInner ? <div className="inner">{words.showInner}</div> : null}
    </section>
  )
}
