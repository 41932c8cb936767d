/** One cell: where it belongs on each dimension, its amount now, and what it is compared with. */
export type Cell = { keys: readonly string[]; now: number; before: number; respondents?: number }

/** A place in the breakdown: the whole, a region, a region's industry, an enterprise there. */
export type AttributionNode = {
  key: string
  now: number
  before: number
  /** now − before. */
  change: number
  /** change ÷ the whole's amount before: what it pulls, as a ratio; null when that is 0. */
  pull: number | null
  /** change ÷ the whole's change; null when nothing changed. */
  share: number | null
  respondents: number
  /** Largest effect first, ties by key. */
  children: readonly AttributionNode[]
}

type Sum = { key: string; now: number; before: number; respondents: number; cells: Cell[] }

const grouped = (cells: readonly Cell[], depth: number): Sum[] => {
  const groups = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = cell.keys[depth] ?? ''
    const group = groups.get(key)
    if (group) group.push(cell)
    else groups.set(key, [cell])
  }
  return [...groups].map(([key, group]) => ({ key, cells: group, ...totals(group) }))
}

/** Sums with their rounding carried along (Neumaier 1974), so that levels agree however cells are grouped. */
const totals = (cells: readonly Cell[]): { now: number; before: number; respondents: number } => {
  let [now, nowRest, before, beforeRest, respondents] = [0, 0, 0, 0, 0]
  for (const cell of cells) {
    const nextNow = now + cell.now
    nowRest += Math.abs(now) >= Math.abs(cell.now) ? now - nextNow + cell.now : cell.now - nextNow + now
    now = nextNow
    const nextBefore = before + cell.before
    beforeRest +=
      Math.abs(before) >= Math.abs(cell.before) ? before - nextBefore + cell.before : cell.before - nextBefore + before
    before = nextBefore
    respondents += cell.respondents ?? 1
  }
  return { now: now + nowRest, before: before + beforeRest, respondents }
}

type Whole = { before: number; change: number }

const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const nodeOf = (sum: Sum, depth: number, dimensions: number, whole: Whole): AttributionNode => {
  const change = sum.now - sum.before
  const children =
    depth < dimensions
      ? grouped(sum.cells, depth)
          .map((group) => nodeOf(group, depth + 1, dimensions, whole))
          .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || compareKeys(a.key, b.key))
      : []
  return {
    key: sum.key,
    now: sum.now,
    before: sum.before,
    change,
    pull: whole.before === 0 ? null : change / whole.before,
    share: whole.change === 0 ? null : change / whole.change,
    respondents: sum.respondents,
    children,
  }
}

/**
 * Who makes a change: the gap between two amounts (to target, last period, last year) broken down along the cells'
 * keys, in their order (region × industry × enterprise). Children add up to their parent at every level, in amounts,
 * pulls and shares. Cells absent on one side come in with 0 there. `key` names the whole.
 */
export const attribute = (cells: readonly Cell[], dimensions: number, key = '合计'): AttributionNode => {
  const sum: Sum = { key, cells: [...cells], ...totals(cells) }
  return nodeOf(sum, 0, dimensions, { before: sum.before, change: sum.now - sum.before })
}
