import { Link } from '@tanstack/react-router'
import { CompareView, FigureView, Mark, readable, StateWord } from '@yundiao/ui'
import type { BoardRow } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const Rank = ({ row }: { row: BoardRow }) => {
  const words = useWords()
  if (!row.rankTotal && !row.rankGrowth) return null
  return (
    <p className="note">
      {row.rankTotal ? (
        <span className="nw">
          {words.ofTotal}
          <FigureView fig={row.rankTotal} label={`${row.label} ${words.rankTotal}`} />{' '}
        </span>
      ) : null}
      {row.rankGrowth ? (
        <span className="nw">
          {words.ofGrowth}
          <FigureView fig={row.rankGrowth} label={`${row.label} ${words.rankGrowth}`} /> {row.rankMove}
        </span>
      ) : null}
    </p>
  )
}

const Value = ({ row }: { row: BoardRow }) => {
  const words = useWords()
  const sign = row.growth?.value != null && row.growth.value > 0 ? '+' : ''
  if (row.missing || (!row.level && !row.growth))
    return (
      <p>
        <FigureView fig={row.level ?? row.growth} label={row.label} hole={row.missing ?? '待明确'} />
      </p>
    )
  return (
    <p className="value">
      {row.levelApplies ? (
        <span className="nw">
          <FigureView fig={row.level} label={row.label} withUnit hole="待明确" />{' '}
        </span>
      ) : null}
      <span className="nw">
        {row.growth?.shown ? sign : ''}
        <FigureView fig={row.growth} label={`${row.label} ${words.growth}`} withUnit hole="待明确" />
      </span>
    </p>
  )
}

const Beside = ({ row }: { row: BoardRow }) => {
  const words = useWords()
  const compares = [
    [words.vsProvince, row.vsProvince],
    [words.belowNation, row.vsNation],
  ] as const
  const known = compares.filter(([, compare]) => compare.kind === 'value')
  if (known.length === 0) return null
  return (
    <p className="note">
      {known.map(([label, compare]) => (
        <span key={label} className="nw">
          {label}
          <CompareView compare={compare} label={`${row.label} ${label}`} />{' '}
        </span>
      ))}
    </p>
  )
}

const Cell = ({ row }: { row: BoardRow }) => {
  const words = useWords()
  const target = row.target?.growth ?? row.target?.level
  return (
    <div>
      <h2>
        <Link to="/figures/$code" params={{ code: row.indicator }}>
          {row.label}
        </Link>
        <StateWord state={row.state} />
      </h2>
      <Value row={row} />
      <Beside row={row} />
      <Rank row={row} />
      <p className="note">
        {words.target} {target ? readable(target) : <Mark word="待明确" />}
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
