import { niceTicks } from './dots-layout.ts'
import { readable } from './field-units.ts'

/** A place on the chart: `value` in the unit shown, `shown` its digits with any mark. */
export type RankedDot = { code: string; name: string; value: number; shown: string; own: boolean }

/** A line across: the province's, the nation's. The second and later are dashed. */
export type ReferenceLine = { label: string; value: number; shown: string }

type RankedDotsProps = {
  label: string
  unit: string
  dots: readonly RankedDot[]
  lines: readonly ReferenceLine[]
  /** Stands under the drawing, so that the file says it too: 演示数据. */
  caption?: string | null
}

const WIDTH = 460
const LEFT = 76
const RIGHT = 400
const ROW = 22
const HEAD = 18
const INK = '#1a222c'
const GREY = '#46505c'
const PALE = '#c9ced4'

type Across = { x: (value: number) => number; ticks: readonly number[] }

const acrossOf = (values: readonly number[]): Across => {
  const ticks = niceTicks(values)
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)]
  return { x: (value) => LEFT + ((value - low) / (high - low || 1)) * (RIGHT - LEFT), ticks }
}

const Dot = ({ dot, at, top, across }: { dot: RankedDot; at: number; top: number; across: Across }) => {
  const y = top + at * ROW + ROW / 2
  const x = across.x(dot.value)
  return (
    <g fontWeight={dot.own ? '700' : '400'}>
      <text x={LEFT - 8} y={y + 4} textAnchor="end">
        {dot.name}
      </text>
      {dot.own ? (
        <rect x={x - 5} y={y - 5} width="10" height="10" fill={INK} />
      ) : (
        <circle cx={x} cy={y} r="4.5" fill="#ffffff" stroke={INK} strokeWidth="1.6" />
      )}
      <text x={x + 10} y={y + 4} fontSize="12" stroke="#ffffff" strokeWidth="3" paintOrder="stroke">
        {readable(dot.shown)}
      </text>
    </g>
  )
}

/** Names of the lines stand one under another at the head, outward of their lines, so that none crosses another's. */
const Lines = ({ lines, across, bottom }: { lines: readonly ReferenceLine[]; across: Across; bottom: number }) => {
  const most = Math.max(...lines.map(({ value }) => value))
  const yOf = (at: number): number => HEAD - 4 + at * HEAD
  return (
    <g fontSize="12" fill={GREY}>
      {lines.map(({ label, value }, at) => (
        <path
          key={label}
          d={`M${across.x(value)} ${yOf(at) - 10}V${bottom}`}
          stroke={GREY}
          strokeWidth="1.4"
          strokeDasharray={at === 0 ? undefined : '5 4'}
        />
      ))}
      {lines.map(({ label, value, shown }, at) => {
        const isRight = value === most && across.x(value) < RIGHT - 80
        return (
          <text
            key={label}
            x={across.x(value) + (isRight ? 5 : -5)}
            y={yOf(at)}
            textAnchor={isRight ? 'start' : 'end'}
            stroke="#ffffff"
            strokeWidth="3"
            paintOrder="stroke"
          >
            {`${label} ${readable(shown)}`}
          </text>
        )
      })}
    </g>
  )
}

const Axis = ({ across, unit, bottom }: { across: Across; unit: string; bottom: number }) => (
  <g fontSize="12" fill={GREY}>
    <path d={`M${LEFT} ${bottom}H${RIGHT}`} stroke={PALE} />
    {across.ticks.map((tick) => (
      <g key={tick}>
        <path d={`M${across.x(tick)} ${bottom}v5`} stroke={GREY} />
        <text x={across.x(tick)} y={bottom + 18} textAnchor="middle">
          {readable(String(tick))}
        </text>
      </g>
    ))}
    <text x={RIGHT + 26} y={bottom + 18}>
      {unit}
    </text>
  </g>
)

/**
 * Places in the order given, a dot each, with the lines they are measured by. Own place filled and square, lines named:
 * readable in black and white. The SVG stands alone as a file.
 */
export const RankedDots = ({ label, unit, dots, lines, caption }: RankedDotsProps) => {
  if (dots.length === 0) return null
  const across = acrossOf([...dots, ...lines].map(({ value }) => value))
  const top = HEAD * lines.length + 8
  const bottom = top + dots.length * ROW
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${bottom + (caption ? 46 : 26)}`}
      role="img"
      aria-label={label}
      fontSize="13"
      fill={INK}
    >
      <rect width="100%" height="100%" fill="#ffffff" />
      <Axis across={across} unit={unit} bottom={bottom} />
      {dots.map(({ code }, at) => (
        <path key={code} d={`M${LEFT} ${top + at * ROW + ROW / 2}H${RIGHT}`} stroke="#e3e6e9" />
      ))}
      <Lines lines={lines} across={across} bottom={bottom} />
      {dots.map((dot, at) => (
        <Dot key={dot.code} dot={dot} at={at} top={top} across={across} />
      ))}
      {caption ? (
        <text x="8" y={bottom + 40} fontSize="12" fill={GREY}>
          {caption}
        </text>
      ) : null}
    </svg>
  )
}
