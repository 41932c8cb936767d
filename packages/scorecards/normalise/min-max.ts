import { type Column, extremesOf, mapPresent, present } from '../numeric/column.ts'

/**
 * Scales a column exactly onto [low, high]. A column whose values are all equal has no score: it tells nobody apart.
 * Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, §1.5.
 */
export const minMax = (column: Column, [low, high]: readonly [number, number] = [0, 100]): Column => {
  const { least, most } = extremesOf(present(column))
  return mapPresent(column, (value) => ((value - least) / (most - least)) * (high - low) + low)
}
