/** Longitude, then latitude, in degrees of CGCS2000 (within metres of WGS 84). */
export type Position = readonly [longitude: number, latitude: number]
/** Positions of a closed line: the last is the first. */
export type Ring = readonly Position[]
/** The outer ring, then the holes. */
export type Polygon = readonly Ring[]

/** A polygon, or in Chinese what is wrong with the text and what to do. */
export type ParsedPolygon = { kind: 'polygon'; polygon: Polygon } | { kind: 'bad'; message: string }

/** Most characters of a boundary, and most corners: a parcel has tens. */
const MAX_POLYGON_TEXT = 20_000
const MAX_CORNERS = 500

const bad = (message: string): ParsedPolygon => ({ kind: 'bad', message })

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.slice(0, 2).every((one) => typeof one === 'number' && Number.isFinite(one)) &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90

const isSame = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** Twice the signed area in square degrees; 0 for a line. */
const doubled = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [x, y], at) => {
    const [px, py] = ring[at] ?? [x, y]
    return sum + px * y - x * py
  }, 0)

const side = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

type Edge = readonly [Position, Position]

const edgesOf = (ring: Ring): Edge[] => ring.slice(1).map((end, at) => [ring[at] ?? end, end] as const)

const crosses = ([a, b]: Edge, [c, d]: Edge): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

const crossesItself = (ring: Ring): boolean => {
  const edges = edgesOf(ring)
  return edges.some((edge, at) => edges.slice(at + 1).some((other) => crosses(edge, other)))
}

const faultOfRing = (ring: unknown): string | null => {
  if (!Array.isArray(ring) || !ring.every(isPosition)) return '坐标应为“经度,纬度”的数字，经度在前'
  if (ring.length < 4) return '至少要有三个拐点，并以第一点收尾'
  if (!isSame(ring[0], ring.at(-1))) return '边界没有闭合，最后一点应与第一点相同'
  if (crossesItself(ring)) return '边界自相交，请核对拐点顺序'
  return doubled(ring) === 0 ? '拐点在一条线上，围不成面' : null
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * A GeoJSON Polygon as text → its rings, longitude and latitude only. Refused: other types, rings that are open, cross
 * themselves or enclose nothing, more than 500 corners. It does not ask whether holes lie inside.
 * Source: RFC 7946, section 3.1.6 (which end rings turn to is not asked).
 */
export const parsePolygon = (text: string): ParsedPolygon => {
  if (text.length > MAX_POLYGON_TEXT) return bad(`边界文字过长，最多 ${MAX_POLYGON_TEXT} 字符，请减少拐点`)
  const given = jsonIn(text) as { type?: unknown; coordinates?: unknown } | null
  if (typeof given !== 'object' || given === null || given.type !== 'Polygon' || !Array.isArray(given.coordinates))
    return bad('应为 GeoJSON 的 Polygon，例如 {"type":"Polygon","coordinates":[[[104.7,31.5],…]]}')
  const rings: unknown[] = given.coordinates
  if (rings.length === 0) return bad('没有边界，请给出拐点')
  for (const ring of rings) {
    if (Array.isArray(ring) && ring.length > MAX_CORNERS) return bad(`拐点过多，最多 ${MAX_CORNERS} 个，请简化边界`)
    const fault = faultOfRing(ring)
    if (fault !== null) return bad(fault)
  }
  return { kind: 'polygon', polygon: (rings as Ring[]).map((ring) => ring.map(([x, y]) => [x, y] as const)) }
}

/** The text of a polygon as the store keeps it: what parsePolygon reads. */
export const printPolygon = (polygon: Polygon): string => JSON.stringify({ type: 'Polygon', coordinates: polygon })

const isInRing = ([x, y]: Position, ring: Ring): boolean =>
  edgesOf(ring).filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax)
    .length %
    2 ===
  1

/** Whether a place lies in any of the polygons and in none of its holes. Even–odd rule; a place on a side may go either way. */
export const isInside = (place: Position, polygons: readonly Polygon[]): boolean =>
  polygons.some(([outer = [], ...holes]) => isInRing(place, outer) && !holes.some((hole) => isInRing(place, hole)))

const middle = ([[ax, ay], [bx, by]]: Edge): Position => [(ax + bx) / 2, (ay + by) / 2]

/**
 * Whether a polygon lies in an area given as polygons that may touch (the counties of a city). It looks at every corner
 * and the middle of every side, so a bay narrower than half a side is missed.
 */
export const isWithin = ([outer = []]: Polygon, area: readonly Polygon[]): boolean =>
  edgesOf(outer).every((edge) => isInside(edge[0], area) && isInside(middle(edge), area))
