import { useEffect, useId, useRef, useState } from 'react'
import { BreakMarks, type ChartBreak } from './break-marks.tsx'
import { CALC, Hatches, INK } from './fan-ink.tsx'
import { bandPath, type ComingPoint, type FanPoint, fanSegments, fanStretches } from './fan-layout.ts'
import { Axes, CHART, type Scale, scaleFor } from './time-axes.tsx'

export type FanChartProps = {
  label: string
  unit: string
  history: readonly FanPoint[]
  coming: readonly ComingPoint[]
  /** The adjusted line: ours, so dashed. */
  adjusted?: readonly FanPoint[]
  /** What "the same as last year" says, beside the fan. */
  naive?: readonly FanPoint[]
  target?: { value: number; words: string } | null
  breaks?: readonly ChartBreak[]
  /** Said under the chart until a point is pointed at. */
  hint: string
}

const lineOf = (points: readonly FanPoint[], scale: Scale): string =>
  points
    .map((p, i) => `${i === 0 ? 'M' : 'L'}${scale.x(p.ends).toFixed(1)} ${scale.y(p.value ?? 0).toFixed(1)}`)
    .join('')

type Drawn = { scale: Scale }
type Told = { onTell: (words: string | null) => void }

const LONE_HALF = 7

const Bands = ({ stretches, scale, id }: { stretches: readonly ComingPoint[][]; id: string } & Drawn) => {
  const x = (p: ComingPoint) => scale.x(p.ends)
  const bounds = [
    { level: '95', low: (p: ComingPoint) => scale.y(p.low95), high: (p: ComingPoint) => scale.y(p.high95) },
    { level: '80', low: (p: ComingPoint) => scale.y(p.low80), high: (p: ComingPoint) => scale.y(p.high80) },
  ]
  return bounds.flatMap(({ level, low, high }) =>
    stretches.map((stretch) => (
      <path
        key={`${level} ${stretch.at(-1)?.period}`}
        d={bandPath(stretch, { x, low, high, half: LONE_HALF })}
        fill={`url(#${id}-${level})`}
        stroke="#5f959d"
        strokeWidth="0.75"
        strokeDasharray={level === '95' ? '3 2' : undefined}
      />
    )),
  )
}

const History = ({ points, scale, onTell }: { points: readonly FanPoint[] } & Drawn & Told) => (
  <g>
    {fanSegments(points).map((segment) => (
      <path key={segment[0]?.period} d={lineOf(segment, scale)} fill="none" stroke={INK} strokeWidth="1.5" />
    ))}
    {points.map((p) =>
      p.value === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing only repeats what the title and the table say
        <g key={p.period} onMouseEnter={() => onTell(p.words)}>
          <title>{p.words}</title>
          <circle cx={scale.x(p.ends)} cy={scale.y(p.value)} r={points.length > 60 ? 1.6 : 3} fill={INK} />
          <circle cx={scale.x(p.ends)} cy={scale.y(p.value)} r="6" fill="#fff" fillOpacity="0" />
        </g>
      ),
    )}
  </g>
)

const Coming = ({ stretches, scale, onTell }: { stretches: readonly ComingPoint[][] } & Drawn & Told) => (
  <g>
    {stretches.map((stretch) => (
      <path key={stretch.at(-1)?.period} d={lineOf(stretch, scale)} fill="none" stroke={CALC} strokeWidth="2" />
    ))}
    {stretches.flat().map((p) =>
      p.low95 === p.high95 ? null : (
        // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: reached by keyboard so that its values are told below
        <g
          key={p.period}
          tabIndex={0}
          role="img"
          aria-label={p.words}
          onMouseEnter={() => onTell(p.words)}
          onFocus={() => onTell(p.words)}
          onBlur={() => onTell(null)}
        >
          <title>{p.words}</title>
          <rect
            x={scale.x(p.ends) - 3.5}
            y={scale.y(p.value) - 3.5}
            width="7"
            height="7"
            fill="#fff"
            stroke={CALC}
            strokeWidth="1.75"
          />
          <rect
            x={scale.x(p.ends) - 8}
            y={scale.y(p.high95)}
            width="16"
            height={scale.y(p.low95) - scale.y(p.high95)}
            fill="#fff"
            fillOpacity="0"
          />
        </g>
      ),
    )}
  </g>
)

const Naive = ({ points, scale }: { points: readonly FanPoint[] } & Drawn) =>
  points.map((p) => {
    if (p.value === null) return null
    const [x, y] = [scale.x(p.ends), scale.y(p.value)]
    return <path key={p.period} d={`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`} stroke="#46505c" strokeWidth="1.25" />
  })

const Target = ({ target, scale }: { target: { value: number; words: string } } & Drawn) => (
  <g>
    <path
      d={`M${CHART.left} ${scale.y(target.value)}H${CHART.right}`}
      stroke="#b3261e"
      strokeWidth="1.25"
      strokeDasharray="10 4 2 4"
    />
    <text
      x={CHART.right}
      y={scale.y(target.value) - 6}
      textAnchor="end"
      fontSize="13"
      fill="#8f1d17"
      stroke="#fff"
      strokeWidth="3"
      paintOrder="stroke"
    >
      {target.words}
    </text>
  </g>
)

const valuesOf = ({ history, coming, adjusted = [], naive = [], target }: FanChartProps): number[] => [
  ...[...history, ...adjusted, ...naive].flatMap(({ value }) => (value === null ? [] : [value])),
  ...coming.flatMap(({ low95, high95 }) => [low95, high95]),
  ...(target ? [target.value] : []),
]

/**
 * What was published and what may come: releases as dots, joined only where they touch; a middle and two bands, told
 * apart by the density of their hatching; the adjusted line dashed; a target as a line of dashes and dots.
 */
export const FanChart = (props: FanChartProps) => {
  const { label, unit, history, coming, adjusted = [], naive = [], target, breaks = [], hint } = props
  const id = useId()
  const pane = useRef<HTMLElement>(null)
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    if (pane.current) pane.current.scrollLeft = pane.current.scrollWidth
  }, [])
  const scale = scaleFor(
    [...history, ...coming].map(({ ends }) => ends),
    valuesOf(props),
  )
  if (!scale) return null
  const stretches = fanStretches(history, coming)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a chart wider than the phone scrolls */}
      <section ref={pane} className="chart scroll" tabIndex={0} aria-label={label}>
        <svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="img" aria-label={label}>
          <Hatches id={id} />
          <Axes scale={scale} unit={unit} />
          <BreakMarks breaks={breaks} scale={scale} />
          <Bands stretches={stretches} scale={scale} id={id} />
          <Naive points={naive} scale={scale} />
          <History points={history} scale={scale} onTell={setTold} />
          {fanSegments(adjusted).map((segment) => (
            <path
              key={segment[0]?.period}
              d={lineOf(segment, scale)}
              fill="none"
              stroke={CALC}
              strokeWidth="2"
              strokeDasharray="6 4"
            />
          ))}
          {target ? <Target target={target} scale={scale} /> : null}
          <Coming stretches={stretches} scale={scale} onTell={setTold} />
        </svg>
      </section>
      <p className="note told" aria-live="polite">
        {told ?? hint}
      </p>
    </>
  )
}
