import { type Claim, ratioClaim } from './measure.ts'
import { isSmall } from './size.ts'

const REPEATS = isSmall ? 15 : 25
const WARM_UP = 3

/** One thing asked under rights, and the same rows by a hand-written WHERE. */
export type Pair = { name: string; on: () => Promise<unknown>; off: () => Promise<unknown> }

const median = (list: readonly number[]): number => {
  const sorted = [...list].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return ((low ?? 0) + (high ?? 0)) / 2
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Medians of both, run in turn so that they meet the same moments of the machine. */
const compare = async ({ on, off }: Pair): Promise<[number, number]> => {
  const times: [number[], number[]] = [[], []]
  for (let round = -WARM_UP; round < REPEATS; round += 1) {
    const pair = [await timed(on), await timed(off)] as const
    if (round < 0) continue
    times[0].push(pair[0])
    times[1].push(pair[1])
  }
  return [median(times[0]), median(times[1])]
}

/** Both must give the same; a rare word may have no row in a small run, but most questions must find some. */
const refuseOtherRows = async (pairs: readonly Pair[]): Promise<void> => {
  let empty = 0
  for (const { name, on, off } of pairs) {
    const [seen, expected] = [JSON.stringify(await on()), JSON.stringify(await off())]
    if (seen !== expected) throw new Error(`${name}: the hand-written WHERE gives other rows`)
    if (seen === '[]') empty += 1
  }
  if (empty > 1) throw new Error(`${empty} of ${pairs.length} questions find nothing`)
}

/** What rights cost: the median of the ratios, each of the same rows. */
export const rightsClaim = async (what: string, pairs: readonly Pair[]): Promise<Claim> => {
  const rows: { name: string; on: number; off: number }[] = []
  await refuseOtherRows(pairs)
  for (const pair of pairs) {
    const [on, off] = await compare(pair)
    rows.push({ name: pair.name, on, off })
  }
  const detail = rows.map((row) => `${row.name} ${row.on.toFixed(1)}/${row.off.toFixed(1)}`).join(' · ')
  const claim = ratioClaim(what, median(rows.map((row) => row.on / row.off)), 1.3)
  return { ...claim, note: `毫秒，有权限/手写条件：${detail}` }
}
