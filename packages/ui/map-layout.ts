import type { Polygon, Position } from '@yundiao/kernel'

/** Degrees on the ground → points of the drawing. */
export type Projection = { width: number; height: number; point: (place: Position) => readonly [number, number] }

type Box = { west: number; south: number; east: number; north: number }

const boxOf = (places: readonly Position[]): Box => ({
  west: Math.min(...places.map(([x]) => x)),
  east: Math.max(...places.map(([x]) => x)),
  south: Math.min(...places.map(([, y]) => y)),
  north: Math.max(...places.map(([, y]) => y)),
})

const MARGIN = 0.04
const RADIANS = Math.PI / 180

/** Fits the polygons into a square of `size`. Equirectangular about their middle: true enough for one city. */
export const projectionOf = (polygons: readonly Polygon[], size: number): Projection | null => {
  const places = polygons.flatMap(([outer = []]) => outer)
  if (places.length === 0) return null
  const box = boxOf(places)
  const squeeze = Math.cos(((box.south + box.north) / 2) * RADIANS)
  const wide = (box.east - box.west) * squeeze || 1e-6
  const high = box.north - box.south || 1e-6
  const margin = size * MARGIN
  const scale = (size - 2 * margin) / Math.max(wide, high)
  return {
    width: wide * scale + 2 * margin,
    height: high * scale + 2 * margin,
    point: ([x, y]) => [margin + (x - box.west) * squeeze * scale, margin + (box.north - y) * scale],
  }
}

const digit = (value: number): string => String(Math.round(value * 10) / 10)

/** The `d` of a path: rings closed, one decimal. */
export const pathOf = (polygons: readonly Polygon[], { point }: Projection): string =>
  polygons
    .flat()
    .map((ring) => `M${ring.map((place) => point(place).map(digit).join(' ')).join('L')}Z`)
    .join('')

/** Middle of the box of a polygon: where its marker stands. */
export const middleOf = ([outer = []]: Polygon): Position => {
  const box = boxOf(outer)
  return [(box.west + box.east) / 2, (box.south + box.north) / 2]
}

const METRES_A_DEGREE = 111_195

/** How far a polygon reaches from west to east and from south to north, in metres on a sphere. */
export const reachOf = ([outer = []]: Polygon): { east: number; north: number } => {
  const box = boxOf(outer)
  const squeeze = Math.cos(((box.south + box.north) / 2) * RADIANS)
  return {
    east: (box.east - box.west) * squeeze * METRES_A_DEGREE,
    north: (box.north - box.south) * METRES_A_DEGREE,
  }
}
