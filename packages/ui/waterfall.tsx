import { type MouseEvent, type ReactNode, useId, useRef } from 'react'
import { useUiWords } from './language.tsx'
import { fill } from './messages.ts'
import { useWidth } from './use-width.ts'
import {
  GATHERED,
  gatherSteps,
  type PlacedStep,
  placeSteps,
  type WaterfallEnd,
  type WaterfallStep,
  waterfallReach,
} from './waterfall-layout.ts'

type WaterfallProps = {
  label: string
  unit: string
  /** Where it begins; null begins at nothing. */
  start: WaterfallEnd | null
  steps: readonly WaterfallStep[]
  end: WaterfallEnd
  /** Said in the drawing itself, which may be carried out alone: 演示. */
  mark?: string | undefined
  /** How a gathered step is printed. */
  show: (value: number) => string
  most?: number
  /** Where a step leads, as an address; null leads nowhere. The row is then a link, by mouse and keyboard. */
  hrefOf?: (key: string) => string | null
  /** A plain click or Enter on such a link, or on the gathered step (`GATHERED`). */
  onOpen?: (key: string) => void
}

const ROW = 26
const TOP = 22
const VALUE = 74
const INK = '#1a222c'
const BAR = '#124c7c'
const SOFT = '#626c78'
const LABEL_SIZE = 13

type Frame = { left: number; right: number; x: (value: number) => number; hatch: string }
type Leads = Pick<WaterfallProps, 'hrefOf' | 'onOpen'>

/** A click that the browser itself has a use for: in a new tab, a new window, to save. */
const isTheBrowsers = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button !== 0 || ctrlKey || metaKey || shiftKey || altKey

/** The row of a step that leads somewhere. The gathered step has no address: it opens where it stands. */
const Leading = ({ of, href, onOpen, children }: { of: string; href: string; children: ReactNode } & Leads) => (
  <a
    href={href}
    role={of === GATHERED ? 'button' : undefined}
    onClick={(event) => {
      if (!onOpen || (of !== GATHERED && isTheBrowsers(event))) return
      event.preventDefault()
      onOpen(of)
    }}
  >
    {children}
  </a>
)

const cut = (text: string, width: number): string => {
  const most = Math.max(3, Math.floor(width / LABEL_SIZE))
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

const fillOf = ({ kind, value }: PlacedStep, hatch: string): string =>
  kind === 'rest' ? '#fff' : value < 0 ? `url(#${hatch})` : kind === 'other' ? '#8fa9bf' : BAR

type StepProps = { step: PlacedStep; at: number; frame: Frame }

const StepBar = ({ step, at, frame, leads }: StepProps & { leads: boolean }) => {
  const y = TOP + at * ROW
  const [low, high] = [Math.min(step.from, step.to), Math.max(step.from, step.to)]
  return (
    <g>
      <title>{`${step.label} ${step.shown}`}</title>
      {leads ? <rect className="hit" x="0" y={y} width={frame.right + VALUE} height={ROW} fill="transparent" /> : null}
      <text x="0" y={y + 17} fontSize={LABEL_SIZE} fill={INK} {...(leads ? { textDecoration: 'underline' } : {})}>
        {cut(step.label, frame.left - 8)}
      </text>
      <rect
        x={frame.x(low)}
        y={y + 5}
        width={Math.max(1, frame.x(high) - frame.x(low))}
        height={ROW - 10}
        fill={fillOf(step, frame.hatch)}
        stroke={INK}
        strokeDasharray={step.kind === 'rest' ? '3 2' : undefined}
      />
      <path d={`M${frame.x(step.to)} ${y + ROW - 5}V${y + ROW + 5}`} stroke={SOFT} />
      <text x={frame.right + VALUE} y={y + 17} textAnchor="end" fontSize={LABEL_SIZE} fill={INK}>
        {step.shown}
      </text>
    </g>
  )
}

const StepRow = ({ hrefOf, onOpen, ...drawn }: StepProps & Leads) => {
  const { key } = drawn.step
  const href = key === GATHERED ? (onOpen ? '#' : null) : (hrefOf?.(key) ?? null)
  if (href === null) return <StepBar {...drawn} leads={false} />
  return (
    <Leading of={key} href={href} {...(onOpen ? { onOpen } : {})}>
      <StepBar {...drawn} leads />
    </Leading>
  )
}

/** A whole is a mark and no bar: the axis need not begin at nothing, and a length would say it does. */
const EndRow = ({ end, at, frame }: { end: WaterfallEnd; at: number; frame: Frame }) => {
  const y = TOP + at * ROW
  const x = frame.x(end.value)
  return (
    <g fontWeight="700">
      <text x="0" y={y + 17} fontSize={LABEL_SIZE} fill={INK}>
        {cut(end.label, frame.left - 8)}
      </text>
      <path d={`M${frame.left} ${y + ROW / 2}H${frame.right}`} stroke="#e3e6e9" />
      <path d={`M${x - 6} ${y + ROW / 2}l6 -7l6 7l-6 7z`} fill={INK} />
      <text x={frame.right + VALUE} y={y + 17} textAnchor="end" fontSize={LABEL_SIZE} fill={INK}>
        {end.shown}
      </text>
    </g>
  )
}

const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="#fff" />
      <path d="M0 0V6" stroke={INK} strokeWidth="3" />
    </pattern>
  </defs>
)

/**
 * From one number to another by what each part does, largest first: filled to the right, hatched to the left, what
 * nobody made dashed. Tells in black and white; the letters keep their size on a phone. A step may lead on.
 */
export const Waterfall = ({ label, unit, start, steps, end, show, mark, most = 10, ...leads }: WaterfallProps) => {
  const words = useUiWords()
  const pane = useRef<HTMLElement>(null)
  const width = useWidth(pane, 640)
  const hatch = `hatch${useId().replace(/\W/g, '')}`
  const gathered = gatherSteps(steps, most, { other: (n) => fill(words.otherSteps, { n }), show })
  const placed = placeSteps(gathered, start?.value ?? 0)
  const [low, high] = waterfallReach(placed, [start?.value ?? 0, end.value])
  const left = Math.min(190, Math.max(92, Math.round(width * 0.3)))
  const right = width - VALUE
  const x = (value: number) => left + ((value - low) / (high - low)) * (right - left)
  const frame: Frame = { left, right, x, hatch }
  const lead = start ? 1 : 0
  const height = TOP + (placed.length + lead + 1) * ROW + 6
  return (
    <section ref={pane} className="waterfall">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        // A picture hides what is in it from a screen reader: one with links in it is a group.
        role={leads.hrefOf ? 'group' : 'img'}
        aria-label={label}
        fontFamily="sans-serif"
      >
        <Hatch id={hatch} />
        {mark ? (
          <text x="0" y={13} fontSize="12" fill="#5a3d8a">
            {mark}
          </text>
        ) : null}
        <text x={width} y={13} textAnchor="end" fontSize="12" fill={SOFT}>
          {unit}
        </text>
        {low < 0 && high > 0 ? <path d={`M${x(0)} ${TOP}V${height - 6}`} stroke={SOFT} strokeDasharray="2 3" /> : null}
        {start ? <EndRow end={start} at={0} frame={frame} /> : null}
        {placed.map((step, at) => (
          <StepRow key={step.key} step={step} at={at + lead} frame={frame} {...leads} />
        ))}
        <EndRow end={end} at={placed.length + lead} frame={frame} />
      </svg>
    </section>
  )
}
