import type { Polygon } from '@yundiao/kernel'
import type { ReadDataFile } from './load.ts'

const COUNTIES = 'geo/mianyang_counties.geojson'
const CITIES = 'geo/sichuan_cities.geojson'

/** The outline of a county or city. `centre` is the middle of its area, or of its seat where the source has no other. */
export type Boundary = { code: string; centre: readonly [number, number]; polygons: readonly Polygon[] }

/** Where the outlines come from, and that they bear no approval number. */
export type Boundaries = { boundaries: readonly Boundary[]; source: string; sourceDate: string; sha256: string }

type Feature = {
  properties: {
    adcode: string
    centroid?: [number, number]
    center: [number, number]
    source: string
    source_date: string
  }
  geometry: { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: Polygon[] }
}

const boundariesIn = (file: string, read: ReadDataFile): Boundaries => {
  const { text, sha256 } = read(file)
  const { features } = JSON.parse(text) as { features: Feature[] }
  const boundaries = features.map(({ properties, geometry }) => ({
    code: properties.adcode,
    centre: properties.centroid ?? properties.center,
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }))
  const first = features[0]?.properties
  return { boundaries, source: first?.source ?? '', sourceDate: first?.source_date ?? '', sha256 }
}

/** The outlines of the nine counties, in the file's order; zones have none that was published. */
export const loadBoundaries = (read: ReadDataFile): Boundaries => boundariesIn(COUNTIES, read)

/** The outlines of the province's 21 cities and prefectures, in the file's order. */
export const loadCityBoundaries = (read: ReadDataFile): Boundaries => boundariesIn(CITIES, read)
