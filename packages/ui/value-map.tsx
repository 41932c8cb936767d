import type { Polygon, Position } from '@yundiao/kernel'
import { useId } from 'react'
import { readable } from './field-units.ts'
import { useUiWords } from './language.tsx'
import { type Projection, pathOf, projectionOf } from './map-layout.ts'
import { onEnter } from './on-enter.ts'
import { type ValueClass, valueClasses } from './value-classes.ts'

/**
 * A place with its value: `shown` are its digits, `hole` the word where there is none; `under` stands under the name in
 * place of the digits.
 */
export type ValuePlace = {
  code: string
  name: string
  centre: Position
  polygons: readonly Polygon[]
  value: number | null
  shown: string
  under?: string
  hole: string
  own: boolean
}

type ValueMapProps = {
  label: string
  unit: string
  places: readonly ValuePlace[]
  /** Stands beside 示意图, so that the file says it too: 演示数据. */
  caption?: string | null
  /** Makes each place that has a value a button. */
  onOpen?: (code: string) => void
}

/** Small, so that the words keep their size on a phone. */
const SIZE = 440
/** From light to dark, each told from the next in grey; words stand on a white rim. */
const SHADES = ['#f1f3f5', '#d3dae0', '#a9b6c2', '#7d8fa1'] as const
const INK = '#1a222c'
const LINE = '#46505c'

/** Lightness by class; fewer classes keep the ends apart. */
const shadeOf = (at: number, count: number): string =>
  SHADES[count < 2 ? 1 : Math.round((at / (count - 1)) * (SHADES.length - 1))] ?? SHADES[0]

const Hatch = ({ id }: { id: string }) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="#ffffff" />
    <path d="M0 0V6" stroke="#9aa3ad" strokeWidth="1.4" />
  </pattern>
)

type Drawn = {
  places: readonly ValuePlace[]
  classes: readonly ValueClass[]
  drawn: Projection
  hatch: string
  onOpen?: ValueMapProps['onOpen']
}

const fillOf = (place: ValuePlace, classes: readonly ValueClass[], hatch: string): string => {
  const { value } = place
  if (value === null) return `url(#${hatch})`
  const at = classes.findIndex(({ low, high }) => low <= value && value <= high)
  return shadeOf(at, classes.length)
}

const wordsOf = (place: ValuePlace): string =>
  `${place.name} ${place.value === null ? place.hole : (place.under ?? readable(place.shown))}`

/** What makes an outline a button; nothing for a map that is only looked at. */
const pressing = (place: ValuePlace, onOpen: ValueMapProps['onOpen']) =>
  onOpen === undefined || place.value === null
    ? {}
    : {
        role: 'button',
        tabIndex: 0,
        className: 'pressable',
        'aria-label': wordsOf(place),
        onClick: () => onOpen(place.code),
        onKeyDown: onEnter(() => onOpen(place.code)),
      }

const Areas = ({ places, classes, drawn, hatch, onOpen }: Drawn) => (
  <g strokeLinejoin="round">
    {[...places]
      .sort((a, b) => Number(a.own) - Number(b.own))
      .map((place) => (
        <path
          key={place.code}
          d={pathOf(place.polygons, drawn)}
          fill={fillOf(place, classes, hatch)}
          stroke={place.own ? INK : LINE}
          strokeWidth={place.own ? 2.4 : 0.8}
          {...pressing(place, onOpen)}
        >
          <title>{wordsOf(place)}</title>
        </path>
      ))}
  </g>
)

/** Words lie over all outlines on a white rim, or a dark neighbour would swallow them. */
const Names = ({ places, drawn }: Pick<Drawn, 'places' | 'drawn'>) => (
  <g fill={INK} stroke="#ffffff" strokeWidth="3" paintOrder="stroke" textAnchor="middle">
    {places.map((place) => {
      const [x, y] = drawn.point(place.centre)
      return (
        <text key={place.code} x={x} y={y} fontSize="12" fontWeight={place.own ? '700' : '400'} pointerEvents="none">
          {place.name}
          {place.value === null ? null : (
            <tspan x={x} dy="1.15em" fontSize="11">
              {place.under ?? readable(place.shown)}
            </tspan>
          )}
        </text>
      )
    })}
  </g>
)

const STEP = 20

type LegendProps = Omit<Drawn, 'drawn' | 'onOpen'> & { unit: string; top: number; caption: string | null }

const Legend = ({ classes, places, unit, hatch, top, caption }: LegendProps) => {
  const words = useUiWords()
  const shownOf = (value: number): string => readable(places.find((place) => place.value === value)?.shown ?? '')
  const rangeOf = (from: string, to: string): string => `${from === to ? from : `${from} ～ ${to}`}${unit}`
  const lines = classes
    .map(({ low, high }, at) => ({
      fill: shadeOf(at, classes.length),
      text: rangeOf(shownOf(low), shownOf(high)),
    }))
    .reverse()
  const holes = [...new Set(places.filter(({ value }) => value === null).map(({ hole }) => hole))]
  const all = holes.length > 0 ? [...lines, { fill: `url(#${hatch})`, text: holes.join('、') }] : lines
  return (
    <g fontSize="12" fill={INK}>
      {all.map(({ fill: shade, text }, at) => (
        <g key={text}>
          <rect x="8" y={top + at * STEP} width="22" height="13" fill={shade} stroke={LINE} strokeWidth="0.8" />
          <text x="36" y={top + 11 + at * STEP}>
            {text}
          </text>
        </g>
      ))}
      <text x="8" y={top + 14 + all.length * STEP} fontSize="11" fill={LINE}>
        {words.sketchMap}
        {caption ? `　${caption}` : ''}
      </text>
    </g>
  )
}

/**
 * Places shaded by value in at most four classes: lightness, the digits on each, those without a value hatched, their word
 * in the legend; readable in black and white. The SVG stands alone as a file, legend and 示意图 included.
 */
export const ValueMap = ({ label, unit, places, caption = null, onOpen }: ValueMapProps) => {
  const hatch = `hatch-${useId().replaceAll(/\W/g, '')}`
  const drawn = projectionOf(
    places.flatMap(({ polygons }) => polygons),
    SIZE,
  )
  if (!drawn) return null
  const classes = valueClasses(places.flatMap(({ value }) => (value === null ? [] : [value])))
  const [width, top] = [Math.round(drawn.width), Math.round(drawn.height) + 8]
  return (
    <svg
      viewBox={`0 0 ${width} ${top + (classes.length + 2) * STEP}`}
      role={onOpen ? 'group' : 'img'}
      aria-label={label}
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      <rect width="100%" height="100%" fill="#ffffff" />
      <Areas places={places} classes={classes} drawn={drawn} hatch={hatch} onOpen={onOpen} />
      <Names places={places} drawn={drawn} />
      <Legend classes={classes} places={places} unit={unit} hatch={hatch} top={top} caption={caption} />
    </svg>
  )
}
