import { ChartFrame, Sheet } from '@yundiao/ui'
import type { BackTestView } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'

const SIZE = 320
const LEFT = 46
const RIGHT = 298
const TOP = 14
const BOTTOM = 274

const x = (share: number): number => LEFT + share * (RIGHT - LEFT)
const y = (share: number): number => BOTTOM - share * (BOTTOM - TOP)
const percent = (share: number): string => `${Math.round(share * 100)}%`

/** A point's count stands below it to the right; at the right edge straight below, so that it is not cut off. */
const besidePoint = ({ said, cameTrue }: { said: number; cameTrue: number }) =>
  said > 0.9
    ? ({ x: x(said), y: y(cameTrue) + 17, textAnchor: 'middle' } as const)
    : ({ x: x(said) + 7, y: y(cameTrue) + 12, textAnchor: 'start' } as const)

const Axes = ({ across, up }: { across: string; up: string }) => (
  <g fontSize="12" fill="#46505c">
    {[0, 0.25, 0.5, 0.75, 1].map((share) => (
      <g key={share}>
        <path d={`M${LEFT} ${y(share)}H${RIGHT}M${x(share)} ${TOP}V${BOTTOM}`} stroke="#e3e6e9" />
        <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
          {percent(share)}
        </text>
        <text x={x(share)} y={BOTTOM + 16} textAnchor="middle">
          {percent(share)}
        </text>
      </g>
    ))}
    <path d={`M${LEFT} ${BOTTOM}L${RIGHT} ${TOP}`} stroke="#46505c" strokeDasharray="5 4" />
    <text x={(LEFT + RIGHT) / 2} y={SIZE - 10} textAnchor="middle">
      {across}
    </text>
    <text x={LEFT + 4} y={TOP + 12}>
      {up}
    </text>
  </g>
)

/** Probability said against the share that came true: on the diagonal is best. */
export const ReliabilityChart = ({ rows }: { rows: BackTestView['reliability'] }) => {
  const words = useWords()
  return (
    <Sheet>
      <ChartFrame
        title={words.btReliability}
        note={words.btReliabilityNote}
        xlsx="/api/analysis/backtest/file"
        table={{
          heads: [words.btSaid, words.btCount, words.btCameTrue],
          rows: rows.map((row) => [
            `${percent(row.from)}—${percent(row.to)}`,
            String(row.count),
            percent(row.cameTrue),
          ]),
        }}
      >
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={words.btReliability} style={{ maxWidth: 460 }}>
          <Axes across={words.btSaid} up={words.btCameTrue} />
          <path
            d={rows
              .map((row, i) => `${i === 0 ? 'M' : 'L'}${x(row.said).toFixed(1)} ${y(row.cameTrue).toFixed(1)}`)
              .join('')}
            fill="none"
            stroke="#0b5d6b"
            strokeWidth="1.5"
          />
          {rows.map((row) => (
            <g key={row.from}>
              <title>{row.words}</title>
              <circle cx={x(row.said)} cy={y(row.cameTrue)} r="4" fill="#fff" stroke="#0b5d6b" strokeWidth="2" />
              <text {...besidePoint(row)} fontSize="11" fill="#46505c">
                {row.count}
              </text>
            </g>
          ))}
        </svg>
      </ChartFrame>
    </Sheet>
  )
}
