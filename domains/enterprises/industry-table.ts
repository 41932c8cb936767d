import {
  type Cell,
  DISCLOSURE,
  type DisclosureRule,
  type Hidden,
  type Largest,
  largestOf,
  suppress,
} from '@yundiao/analysis'

/** A region or an industry of the table; several too small to stand alone are one line. */
export type TableLine = { key: string; members: readonly string[] }

/** A cell as it may be shown: amounts null where hidden, with the reason. */
export type TableCell = { now: number | null; before: number | null; hidden: Hidden | null; respondents: number | null }

export type IndustryTable =
  | { kind: 'too-few'; least: number }
  /** `cells` has one row and one column more than there are lines: the totals, last. */
  | { kind: 'table'; regions: readonly TableLine[]; industries: readonly TableLine[]; cells: TableCell[][] }

/** The line of regions or industries that are too small to stand alone. */
export const MERGED = '其他（合并）'

type Counted = { key: string; count: number }

const counted = (cells: readonly Cell[], depth: number): Counted[] => {
  const counts = new Map<string, number>()
  for (const cell of cells) {
    const key = cell.keys[depth] ?? ''
    counts.set(key, (counts.get(key) ?? 0) + (cell.respondents ?? 1))
  }
  return [...counts].map(([key, count]) => ({ key, count }))
}

/** Lines of fewer than `least` respondents in one, with the next smallest while that is still too few. */
const linesOf = (cells: readonly Cell[], depth: number, least: number): TableLine[] => {
  const all = counted(cells, depth).sort((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1))
  let merged = all.filter(({ count }) => count < least).length
  const total = (n: number): number => all.slice(0, n).reduce((sum, { count }) => sum + count, 0)
  while (merged > 0 && merged < all.length && total(merged) < least) merged += 1
  const alone = all
    .slice(merged)
    .map(({ key }) => ({ key, members: [key] }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return merged === 0 ? alone : [...alone, { key: MERGED, members: all.slice(0, merged).map(({ key }) => key) }]
}

type Grid = {
  now: number[][]
  before: number[][]
  respondents: number[][]
  largestNow: Largest[][]
  largestBefore: Largest[][]
}

const gridOf = (cells: readonly Cell[], regions: readonly TableLine[], industries: readonly TableLine[]): Grid => {
  const place = (lines: readonly TableLine[]) =>
    new Map(lines.flatMap(({ members }, at) => members.map((member) => [member, at] as const)))
  const [rowOf, columnOf] = [place(regions), place(industries)]
  const blank = (): number[][] => regions.map(() => industries.map(() => 0))
  const nobody = (): Largest[][] => regions.map(() => industries.map((): Largest => [0, 0]))
  const grid: Grid = {
    now: blank(),
    before: blank(),
    respondents: blank(),
    largestNow: nobody(),
    largestBefore: nobody(),
  }
  const weigh = (table: Largest[][], row: number, column: number, amount: number): void => {
    const line = table[row]
    if (line) line[column] = largestOf([line[column] ?? [0, 0], [amount, 0]])
  }
  const add = (table: number[][], row: number, column: number, amount: number): void => {
    const line = table[row]
    if (line) line[column] = (line[column] ?? 0) + amount
  }
  for (const { keys, now, before, respondents = 1 } of cells) {
    const [row, column] = [rowOf.get(keys[0] ?? '') ?? -1, columnOf.get(keys[1] ?? '') ?? -1]
    add(grid.now, row, column, now)
    add(grid.before, row, column, before)
    add(grid.respondents, row, column, respondents)
    weigh(grid.largestNow, row, column, now)
    weigh(grid.largestBefore, row, column, before)
  }
  return grid
}

const withTotals = (values: readonly (readonly number[])[]): number[][] => {
  const sum = (line: readonly number[]): number => line.reduce((a, b) => a + b, 0)
  const rows = values.map((line) => [...line, sum(line)])
  const width = rows[0]?.length ?? 0
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((line) => line[column] ?? 0)))]
}

/** Neither the amounts now nor those before may tell of one enterprise: what hides in one is hidden in both. */
const masksOf = (grid: Grid, rule: DisclosureRule) => {
  const { now, before, respondents, largestNow, largestBefore } = grid
  return [
    suppress({ values: now, respondents, largest: largestNow }, rule),
    suppress({ values: before, respondents, largest: largestBefore }, rule),
  ]
}

/**
 * Regions by industries for readers who may not see single enterprises, and for every paper: cells of too few
 * enterprises or dominated by one (`DisclosureRule`) hidden, and enough others with them that neither the amounts now,
 * nor those before, nor their differences give one back. Regions and industries of fewer than `least` are one line, for
 * their totals would tell. `cells` are region × industry × enterprise, amounts not negative, one enterprise a cell.
 * What it does not weigh: enterprises of one owner, and two readings of different days held against one another.
 */
export const industryTable = (cells: readonly Cell[], rule: DisclosureRule = DISCLOSURE): IndustryTable => {
  const { least } = rule
  if (cells.reduce((sum, { respondents = 1 }) => sum + respondents, 0) < least) return { kind: 'too-few', least }
  const [regions, industries] = [linesOf(cells, 0, least), linesOf(cells, 1, least)]
  const grid = gridOf(cells, regions, industries)
  const masks = masksOf(grid, rule)
  const [now, before, respondents] = [grid.now, grid.before, grid.respondents].map(withTotals)
  const shown = (now ?? []).map((line, row) =>
    line.map((amount, column): TableCell => {
      const marks = masks.map((mask) => mask[row]?.[column] ?? null)
      const own = marks.find((mark) => mark !== null && mark !== 'guard')
      const hidden = own ?? marks.find((mark) => mark !== null) ?? null
      if (hidden) return { now: null, before: null, hidden, respondents: null }
      const [then, count] = [before?.[row]?.[column] ?? 0, respondents?.[row]?.[column] ?? 0]
      return { now: amount, before: then, hidden: null, respondents: count }
    }),
  )
  return { kind: 'table', regions, industries, cells: shown }
}
