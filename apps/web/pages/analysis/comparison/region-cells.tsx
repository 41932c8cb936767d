import { type Compare, CompareView, type Fig, FigureView, Mark } from '@yundiao/ui'
import type { RegionEnd, RegionRank } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'

/** Word and shape say which end a place is of; the shade comes last, and a black-and-white print keeps both. */
export const End = ({ end }: { end: RegionEnd }) => {
  const words = useWords()
  if (end === null) return null
  return (
    <span className={`end ${end}`}>{end === 'first' ? `▲${words.firstThreePlaces}` : `▽${words.lastThreePlaces}`}</span>
  )
}

/** A published place, or ours with how many are out and the mark that it is ours. */
export const RankCell = ({
  rank,
  label,
  marked = true,
}: {
  rank: RegionRank | null
  label: string
  marked?: boolean
}) => {
  if (rank === null) return null
  if (rank.fig) return <FigureView fig={rank.fig} label={label} />
  if (rank.computed === null) return null
  return (
    <>
      <CompareView compare={rank.computed} label={`${label} ${rank.words}`} />
      {marked ? <Mark word="测算" /> : null}
    </>
  )
}

type ComparedProps = {
  compare: Compare
  label: string
  /** Whether the row has a figure at all: what cannot be formed for want of it was said in its own column. */
  held: boolean
}

export const ComparedCell = ({ compare, label, held }: ComparedProps) => {
  if (compare.kind === 'refused' && !held) return null
  if (compare.kind === 'refused' && compare.code === 'not-applicable') return <>—</>
  return <CompareView compare={compare} label={label} />
}

const arrow = (value: number): string => {
  if (value === 0) return '—'
  return `${value > 0 ? '↑' : '↓'}${Math.abs(value)}`
}

/** Places gained as sheets print them: ↑2, ↓1, —. */
export const MoveCell = ({ compare, ...rest }: ComparedProps) => (
  <ComparedCell compare={compare.kind === 'value' ? { ...compare, shown: arrow(compare.value) } : compare} {...rest} />
)

/** A published figure, or one we worked out. */
export const EitherCell = ({ of, label, held }: { of: Fig | Compare | null; label: string; held: boolean }) => {
  if (of === null) return null
  return 'ref' in of ? <FigureView fig={of} label={label} /> : <ComparedCell compare={of} label={label} held={held} />
}
