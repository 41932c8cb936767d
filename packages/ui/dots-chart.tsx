import { useEffect, useRef } from 'react'
import { BreakMarks, type ChartBreak } from './break-marks.tsx'
import { type DotPoint, lineSegments } from './dots-layout.ts'
import { readable } from './field-units.ts'
import { Axes, CHART, type Scale, scaleFor } from './time-axes.tsx'

export type ChartPoint = DotPoint & { shown: string | null; words: string }
export type ChartSeries = {
  key: string
  label: string
  shape: 'dot' | 'square' | 'line'
  points: readonly ChartPoint[]
}

type DotsChartProps = {
  label: string
  unit: string
  series: readonly ChartSeries[]
  breaks?: readonly ChartBreak[]
}

const STROKES: Readonly<Record<ChartSeries['shape'], string>> = { dot: '#1a222c', square: '#124c7c', line: '#626c78' }

const LABEL = { width: 48, height: 16 } as const

/** Points whose value is printed beside them, newest first: none over another's. */
const labelledPeriods = (points: readonly ChartPoint[], scale: Scale): ReadonlySet<string> => {
  const kept: { x: number; y: number; period: string }[] = []
  for (const { period, ends, value } of points.toReversed()) {
    if (value === null) continue
    const at = { x: scale.x(ends), y: scale.y(value), period }
    if (kept.every(({ x, y }) => Math.abs(x - at.x) >= LABEL.width || Math.abs(y - at.y) >= LABEL.height)) kept.push(at)
  }
  return new Set(kept.map(({ period }) => period))
}

const Points = ({ series, scale, labelled }: { series: ChartSeries; scale: Scale; labelled: boolean }) => {
  const stroke = STROKES[series.shape]
  const points = [...series.points].sort((a, b) => (a.ends < b.ends ? -1 : 1))
  const last = points.length - 1
  const told = labelled ? labelledPeriods(points, scale) : null
  return (
    <g>
      {lineSegments(series.points).map((segment) => (
        <path
          key={segment[0]?.period}
          d={segment
            .map((p, i) => `${i === 0 ? 'M' : 'L'}${scale.x(p.ends).toFixed(1)} ${scale.y(p.value ?? 0).toFixed(1)}`)
            .join('')}
          fill="none"
          stroke={stroke}
          strokeWidth="1.5"
        />
      ))}
      {points.map((p, index) => {
        if (p.value === null) return null
        const x = scale.x(p.ends)
        const y = scale.y(p.value)
        return (
          <g key={p.period}>
            <title>{`${series.label} ${p.words} ${p.shown ?? ''}`}</title>
            {series.shape === 'square' ? (
              <rect x={x - 4} y={y - 4} width="8" height="8" fill="#fff" stroke={stroke} strokeWidth="2" />
            ) : (
              <circle cx={x} cy={y} r={series.shape === 'dot' ? 4.5 : 2} fill={stroke} />
            )}
            {told?.has(p.period) ? (
              <text
                x={index === last ? x + 9 : x}
                y={index === last ? y + 5 : y - 10}
                textAnchor={index === last ? 'start' : 'middle'}
                fontSize="13"
                fontWeight="700"
                fill="#1a222c"
              >
                {readable(p.shown ?? '')}
              </text>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

const LABELLED_AT_MOST = 14

/** Dots for lone releases; lines only between adjacent periods of one 口径. Nothing is drawn that nobody published. */
export const DotsChart = ({ label, unit, series, breaks = [] }: DotsChartProps) => {
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    if (pane.current) pane.current.scrollLeft = pane.current.scrollWidth
  }, [])
  const points = series.flatMap((one) => one.points)
  const scale = scaleFor(
    points.map((p) => p.ends),
    points.flatMap((p) => (p.value === null ? [] : [p.value])),
  )
  if (!scale) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a chart wider than the phone scrolls
    <section ref={pane} className="chart scroll" tabIndex={0} aria-label={label}>
      <svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="img" aria-label={label}>
        <Axes scale={scale} unit={unit} />
        <BreakMarks breaks={breaks} scale={scale} />
        {[...series].reverse().map((one) => (
          <Points
            key={one.key}
            series={one}
            scale={scale}
            labelled={one.shape === 'dot' && one.points.length <= LABELLED_AT_MOST}
          />
        ))}
      </svg>
    </section>
  )
}

/** The legend of a chart, in words and shapes. */
export const ChartLegend = ({ series }: { series: readonly ChartSeries[] }) => (
  <span className="note legend">
    {series.map((one) => (
      <span key={one.key}>
        <svg viewBox="0 0 18 12" aria-hidden="true">
          {one.shape === 'square' ? (
            <rect x="5" y="2" width="8" height="8" fill="#fff" stroke={STROKES.square} strokeWidth="2" />
          ) : one.shape === 'dot' ? (
            <circle cx="9" cy="6" r="4.5" fill={STROKES.dot} />
          ) : (
            <path d="M1 6h16" stroke={STROKES.line} strokeWidth="1.5" />
          )}
        </svg>
        {one.label}
      </span>
    ))}
  </span>
)
