import type { Polygon, Position } from '@yundiao/kernel'
import { useUiWords } from './language.tsx'
import { middleOf, type Projection, pathOf, projectionOf } from './map-layout.ts'
import { onEnter } from './on-enter.ts'

/** A county as the map draws it: `centre` is the middle of its area, `words` is what stands under its name, such as 36 条. */
export type MapCounty = {
  code: string
  name: string
  centre: Position
  polygons: readonly Polygon[]
  words: string | null
}

/** A boundary on the map. `shape` tells two kinds apart without colour: a filled mark is settled, a hollow one is not. */
export type MapShape = { id: string; label: string; polygon: Polygon; hollow: boolean }

type RegionMapProps = {
  label: string
  /** Said under the map beside that it is a sketch. */
  legend?: string | null
  counties: readonly MapCounty[]
  shapes: readonly MapShape[]
  chosen: string | null
  onChoose: (code: string | null) => void
  onOpen: (id: string) => void
}

/** About the points it is shown at on a desk, so that words keep their size. */
const SIZE = 520
const MARK = 4

type CountyProps = { county: MapCounty; drawn: Projection; pressed: boolean; onPress: () => void }

const County = ({ county, drawn, pressed, onPress }: CountyProps) => (
  // biome-ignore lint/a11y/useSemanticElements: SVG has no button
  <g
    className="county"
    role="button"
    tabIndex={0}
    aria-pressed={pressed}
    aria-label={`${county.name} ${county.words ?? ''}`}
    onClick={onPress}
    onKeyDown={onEnter(onPress)}
  >
    <path d={pathOf(county.polygons, drawn)} />
  </g>
)

/** Words lie over all outlines, or a neighbour or a mark drawn later would cover them. */
const Words = ({ county, drawn }: { county: MapCounty; drawn: Projection }) => {
  const [x, y] = drawn.point(county.centre)
  return (
    <text x={x} y={y} textAnchor="middle">
      {county.name}
      {county.words ? (
        <tspan className="count" x={x} dy="1.25em">
          {county.words}
        </tspan>
      ) : null}
    </text>
  )
}

const Shape = ({ shape, drawn, onOpen }: { shape: MapShape; drawn: Projection; onOpen: (id: string) => void }) => {
  const [x, y] = drawn.point(middleOf(shape.polygon))
  const open = () => onOpen(shape.id)
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no link that the router knows
    <g
      className={shape.hollow ? 'shape hollow' : 'shape'}
      role="link"
      tabIndex={0}
      aria-label={shape.label}
      onClick={open}
      onKeyDown={onEnter(open)}
    >
      <title>{shape.label}</title>
      <path d={pathOf([shape.polygon], drawn)} />
      <path d={`M${x} ${y - MARK}l${MARK} ${MARK}l${-MARK} ${MARK}l${-MARK} ${-MARK}Z`} />
    </g>
  )
}

/**
 * The counties of a city with a count in words on each; pressing one filters by it, and draws it alone. Boundaries are
 * drawn to scale with a mark on each, for they are small. A sketch: it bears no survey approval number, and says so.
 */
export const RegionMap = ({ label, legend, counties, shapes, chosen, onChoose, onOpen }: RegionMapProps) => {
  const words = useUiWords()
  const one = counties.find((county) => county.code === chosen)
  const seen = one ? [one] : counties
  const drawn = projectionOf(
    seen.flatMap(({ polygons }) => polygons),
    SIZE,
  )
  if (!drawn) return null
  return (
    <figure className="region-map">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in */}
      <svg viewBox={`0 0 ${Math.round(drawn.width)} ${Math.round(drawn.height)}`} role="group" aria-label={label}>
        {seen.map((county) => (
          <County
            key={county.code}
            county={county}
            drawn={drawn}
            pressed={county.code === chosen}
            onPress={() => onChoose(county.code === chosen ? null : county.code)}
          />
        ))}
        {shapes.map((shape) => (
          <Shape key={shape.id} shape={shape} drawn={drawn} onOpen={onOpen} />
        ))}
        {one ? null : seen.map((county) => <Words key={county.code} county={county} drawn={drawn} />)}
      </svg>
      <figcaption className="note">
        {words.sketchMap}
        {legend ? `　${legend}` : ''}
      </figcaption>
    </figure>
  )
}
