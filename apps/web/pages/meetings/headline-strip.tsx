import { Link } from '@tanstack/react-router'
import { CompareView, FigureView, Mark, readable, StateWord } from '@yundiao/ui'
import type { BoardRow } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const Rank = ({ row }: { row: BoardRow }) => {
  const words = useWords()
  if (!row.rankTotal && !row.rankGrowth) return null
  return (
    <>
      {words.ranks}{' '}
      {row.rankTotal ? (
        <>
          {words.ofTotal}
          <FigureView fig={row.rankTotal} label={`${row.label} ${words.rankTotal}`} />
        </>
      ) : null}{' '}
      {row.rankGrowth ? (
        <>
          {words.ofGrowth}
          <FigureView fig={row.rankGrowth} label={`${row.label} ${words.rankGrowth}`} />
        </>
      ) : null}{' '}
      {row.rankMove}
    </>
  )
}

const Cell = ({ row }: { row: BoardRow }) => {
  const words = useWords()
  const sign = row.growth?.value != null && row.growth.value > 0 ? '+' : ''
  return (
    <div>
      <h2>
        <Link to="/figures/$code" params={{ code: row.indicator }}>
          {row.label}
        </Link>
      </h2>
      {row.levelApplies ? (
        <p>
          <FigureView fig={row.level} label={row.label} withUnit hole={row.missing} />
        </p>
      ) : null}
      {row.growth ? (
        <p>
          {words.growth} {row.growth.shown ? sign : ''}
          <FigureView fig={row.growth} label={`${row.label} ${words.growth}`} withUnit />
        </p>
      ) : !row.levelApplies ? (
        <p>
          <FigureView fig={null} label={row.label} hole={row.missing} />
        </p>
      ) : null}
      {row.vsProvince.kind === 'value' ? (
        <p className="note">
          {words.vsProvince} <CompareView compare={row.vsProvince} label={`${row.label} ${words.vsProvince}`} />
          {row.vsProvince.unitShown}
        </p>
      ) : null}
      {row.rankTotal || row.rankGrowth ? (
        <p className="note">
          <Rank row={row} />
        </p>
      ) : null}
      <p>
        <span className="note">{words.target} </span>
        {(row.target?.growth ?? row.target?.level) ? (
          readable(row.target.growth ?? row.target.level ?? '')
        ) : (
          <Mark word="待明确" />
        )}{' '}
        <StateWord state={row.state} />
      </p>
    </div>
  )
}

/** The headline figures in the order of sheet T1: value, growth, against the province, rank, state. */
export const HeadlineStrip = ({ rows }: { rows: readonly BoardRow[] }) => {
  const words = useWords()
  return (
    <section className="strip" aria-label={words.headline}>
      {rows.map((row) => (
        <Cell key={row.indicator} row={row} />
      ))}
    </section>
  )
}
