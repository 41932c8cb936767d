import { fill } from '@yundiao/ui'
import type { RankingRow } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const WIDTH = 168
const HEIGHT = 18
const INK = '#1a222c'
const BAR = '#6d8196'
const BANDS = ['#e9ecea', '#ffffff'] as const

export type Band = { grade: string; from: number; to: number }

/** Where a place stands among `of`, left is first. */
const xOf = (rank: number, of: number): number => ((rank - 1) / Math.max(1, of - 1)) * (WIDTH - 8) + 4

const Bands = ({ bands, of }: { bands: readonly Band[]; of: number }) => (
  <>
    {bands.map(({ grade, from, to }, at) => (
      <rect
        key={grade}
        x={at === 0 ? 0 : xOf(from - 0.5, of)}
        width={Math.max(0, (to >= of ? WIDTH : xOf(to + 0.5, of)) - (at === 0 ? 0 : xOf(from - 0.5, of)))}
        y="0"
        height={HEIGHT}
        fill={BANDS[at % BANDS.length]}
      />
    ))}
  </>
)

/** The place as a stroke on its 5 % to 95 % interval, over the places each grade takes. */
export const IntervalBar = ({ row, of, bands }: { row: RankingRow; of: number; bands: readonly Band[] }) => {
  const words = useWords()
  const { rank, rankLow, rankHigh } = row
  if (rank === null) return null
  const isAssessed = rankLow !== null && rankHigh !== null
  const label = isAssessed
    ? fill(words.evIntervalOf, { rank, low: rankLow, high: rankHigh })
    : fill(words.evIntervalUnknown, { rank })
  return (
    <svg className="interval" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <Bands bands={bands} of={of} />
      {isAssessed ? (
        <path d={`M${xOf(rankLow, of)} ${HEIGHT / 2}H${xOf(rankHigh, of)}`} stroke={BAR} strokeWidth="6" />
      ) : null}
      <path d={`M${xOf(rank, of)} 3V${HEIGHT - 3}`} stroke={INK} strokeWidth="2.4" />
    </svg>
  )
}

/** The bands once more over the column, with their letters. */
export const BandScale = ({ bands, of }: { bands: readonly Band[]; of: number }) => (
  <svg className="interval" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
    <Bands bands={bands} of={of} />
    {bands.map(({ grade, from, to }) => (
      <text key={grade} x={xOf((from + to) / 2, of)} y="13" fontSize="11" textAnchor="middle" fill={INK}>
        {grade}
      </text>
    ))}
  </svg>
)
