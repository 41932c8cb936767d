import { dayNumber, type LocalDate } from '@yundiao/kernel'
import { niceTicks } from './dots-layout.ts'
import { readable } from './field-units.ts'

/** The drawing every chart over time has, in its own units. */
export const CHART = { width: 900, height: 300, left: 56, right: 860, top: 30, bottom: 262 } as const

export type Scale = {
  x: (day: LocalDate) => number
  y: (value: number) => number
  ticks: number[]
  years: { year: number; x: number }[]
}

/** Whole years across, round values up; null without values. */
export const scaleFor = (days: readonly LocalDate[], values: readonly number[]): Scale | null => {
  if (values.length === 0 || days.length === 0) return null
  const ticks = niceTicks(values)
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)]
  const yearsOf = days.map((day) => Number(day.slice(0, 4)))
  const [firstYear, lastYear] = [Math.min(...yearsOf), Math.max(...yearsOf)]
  const start = dayNumber(`${firstYear}-01-01`)
  const end = dayNumber(`${lastYear + 1}-01-01`)
  const x = (day: LocalDate) => CHART.left + ((dayNumber(day) - start) / (end - start)) * (CHART.right - CHART.left)
  const y = (value: number) => CHART.bottom - ((value - low) / (high - low)) * (CHART.bottom - CHART.top)
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => ({
    year: firstYear + i,
    x: x(`${firstYear + i}-01-01` as LocalDate),
  }))
  return { x, y, ticks, years }
}

/** Years below, values with their unit at the left. */
export const Axes = ({ scale, unit }: { scale: Scale; unit: string }) => {
  const step = Math.ceil(scale.years.length / 12)
  const yearWidth = (CHART.right - CHART.left) / scale.years.length
  return (
    <g fontSize="13" fill="#46505c">
      <text x={unit.length > 2 ? 2 : CHART.left - 8} y={14} textAnchor={unit.length > 2 ? 'start' : 'end'}>
        {unit}
      </text>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${CHART.left} ${scale.y(tick)}H${CHART.right}`} stroke={tick === 0 ? '#46505c' : '#e3e6e9'} />
          <text x={CHART.left - 8} y={scale.y(tick) + 4} textAnchor="end">
            {readable(String(tick))}
          </text>
          {/* On a phone the chart is scrolled to its end, where the values at the left are out of sight. */}
          <text className="axis-right" display="none" x={CHART.width - 1} y={scale.y(tick) + 4} textAnchor="end">
            {readable(String(tick))}
          </text>
        </g>
      ))}
      {scale.years.map(({ year, x }, index) => (
        <g key={year}>
          <path d={`M${x} ${CHART.bottom}v5`} stroke="#626c78" />
          {index % step === 0 ? (
            <text x={x + yearWidth / 2} y={CHART.bottom + 20} textAnchor="middle">
              {year}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  )
}
