import type { Polygon } from '@yundiao/kernel'
import { mianyang } from '@yundiao/mianyang'
import { readDataFile } from './data-file.ts'

let held: ReturnType<typeof mianyang.loadBoundaries> | null = null

/** The outlines of the pack's counties, read once: they do not change while the program runs. */
export const cityBoundaries = (): ReturnType<typeof mianyang.loadBoundaries> => {
  held ??= mianyang.loadBoundaries(readDataFile)
  return held
}

let heldCities: ReturnType<typeof mianyang.loadCityBoundaries> | null = null

/** The outlines of the province's cities, read once. */
export const provinceBoundaries = (): ReturnType<typeof mianyang.loadCityBoundaries> => {
  heldCities ??= mianyang.loadCityBoundaries(readDataFile)
  return heldCities
}

/** 可比市州 of a city by its pack; none for one that has no pack. */
export const comparableCitiesOf = (city: string): readonly string[] =>
  city === mianyang.code ? mianyang.comparableCities : []

/** The area of a city as its counties' outlines; null for one that has no pack. */
export const areaOf = (city: string): readonly Polygon[] | null =>
  city === mianyang.code ? cityBoundaries().boundaries.flatMap(({ polygons }) => polygons) : null
