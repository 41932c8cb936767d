import { at } from '../numeric/vector.ts'

/** The two largest amounts among a cell's respondents; 0 where there are fewer. */
export type Largest = readonly [first: number, second: number]

/** Why a cell is not shown: it reveals a respondent itself, or it would let such a cell be computed back. */
export type Hidden = 'few' | 'dominant' | 'guard'

/**
 * When a cell reveals a respondent: with fewer than `least` of them, or when the second largest, taking its own amount
 * from the cell's, knows the largest to within `margin` of it (ratio; 0 weighs no dominance).
 */
export type DisclosureRule = { least: number; margin: number }

/**
 * Three respondents, and p = 15 %: about as strict as a (2, 87) dominance rule. Ours, since no statute here sets them:
 * statistical offices keep theirs between 5 and 25 % (Hundepool et al. 2012, Statistical Disclosure Control, 4.2).
 */
export const DISCLOSURE: DisclosureRule = { least: 3, margin: 0.15 }

/** The two largest of several cells' in one: of a total. Each respondent stands in one cell. */
export const largestOf = (cells: readonly Largest[]): Largest => {
  const [first = 0, second = 0] = cells.flat().sort((a, b) => b - a)
  return [first, second]
}

/** With the totals of rows and columns, one row and one column more. */
export const largestWithTotals = (cells: readonly (readonly Largest[])[]): Largest[][] => {
  const rows = cells.map((line) => [...line, largestOf(line)])
  const width = rows[0]?.length ?? 0
  return [...rows, Array.from({ length: width }, (_, column) => largestOf(rows.map((line) => line[column] ?? [0, 0])))]
}

/** A cell as it is judged; without `largest` only its respondents are counted. */
export type Judged = { amount: number; respondents: number; largest?: Largest | undefined }

/**
 * Why a cell may not be shown by itself; null where it may. The p % rule: amount − first − second < p · first. Source:
 * Cox (1981), Linear sensitivity measures in statistical disclosure control, J. Statistical Planning and Inference 5;
 * Hundepool et al. (2012). Does not weigh respondents who act together, or one owner behind several of them.
 */
export const revealing = (cell: Judged, { least, margin }: DisclosureRule): 'few' | 'dominant' | null => {
  const { amount, respondents, largest } = cell
  if (respondents > 0 && respondents < least) return 'few'
  if (!largest) return null
  const [first, second] = [at(largest, 0), at(largest, 1)]
  // Sums of amounts carry rounding: what is left may come out a hair below nothing, or above.
  const others = amount - first - second
  return others < margin * first - 1e-12 * amount ? 'dominant' : null
}
