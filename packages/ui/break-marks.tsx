import type { LocalDate } from '@yundiao/kernel'
import { CHART, type Scale } from './time-axes.tsx'

/** A day from which on numbers stand on another base, with its kind in words. */
export type ChartBreak = { from: LocalDate; label: string }

/** Breaks inside the drawing, as dashed lines with two strokes across and their kind above: seen without colour. */
export const BreakMarks = ({ breaks, scale }: { breaks: readonly ChartBreak[]; scale: Scale }) =>
  breaks.map(({ from, label }) => {
    const x = scale.x(from)
    if (x < CHART.left || x > CHART.right) return null
    const isLate = x > (CHART.left + CHART.right) / 2
    return (
      <g key={`${from} ${label}`}>
        <title>{`${from} ${label}`}</title>
        <path d={`M${x} ${CHART.top - 12}V${CHART.bottom}`} stroke="#46505c" strokeDasharray="4 4" />
        <path d={`M${x - 5} ${CHART.bottom + 4}l6 -8m1 8l6 -8`} stroke="#1a222c" strokeWidth="1.5" fill="none" />
        <text
          x={isLate ? x - 5 : x + 5}
          y={CHART.top - 4}
          textAnchor={isLate ? 'end' : 'start'}
          fontSize="13"
          fill="#1a222c"
          stroke="#fff"
          strokeWidth="3"
          paintOrder="stroke"
        >
          {label}
        </text>
      </g>
    )
  })
