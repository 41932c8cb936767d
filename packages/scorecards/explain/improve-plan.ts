import { leastShare } from './least-share.ts'
import type { Positions } from './tries.ts'
import { between, costOf, reaches, type Task, type Way } from './way.ts'

const CUTS = 12
/** Beyond another unit's value by this share of the way: equal is not ahead. */
const HAIR = 1e-7

/** Shares of a way to try: evenly, and just beyond the values others have, where places change. */
const cutsOf = (way: Way, others: readonly number[]): number[] => {
  const passed = others
    .map((value) => (value - way.from) / (way.to - way.from) + HAIR)
    .filter((share) => share > 0 && share < 1)
    .sort((a, b) => a - b)
  const step = Math.max(1, Math.ceil(passed.length / CUTS))
  return [...Array.from({ length: CUTS + 1 }, (_, i) => i / CUTS), ...passed.filter((_, i) => i % step === 0)]
}

const GAIN = 1e-9

/** With one lever held at a share, the least of another that still reaches the goal; null where none is cheaper. */
const exchanged = (
  task: Task,
  at: Positions,
  { one, share, other, most }: { one: Way; share: number; other: Way; most: number },
): Positions | null => {
  const upTo = (part: number): Positions => ({
    ...at,
    [one.code]: between(one, share),
    [other.code]: between(other, part),
  })
  if (costOf(task.ways, upTo(0)) > most - GAIN) return null
  if (reaches(task, upTo(0))) return upTo(0)
  if (!reaches(task, upTo(1))) return null
  return upTo(leastShare((part) => reaches(task, upTo(part))))
}

type Best = { at: Positions; cost: number }

/** One lever at every place of its way in turn, each of the others taken back against it. */
const roundOf = (one: Way, task: Task, { start, others }: { start: Best; others: readonly number[] }): Best => {
  let best = start
  for (const share of cutsOf(one, others))
    for (const other of task.ways) {
      if (other === one) continue
      if (task.budget.left <= 0) return best
      const at = exchanged(task, best.at, { one, share, other, most: best.cost })
      const cost = at ? costOf(task.ways, at) : Number.POSITIVE_INFINITY
      if (at && cost < best.cost - GAIN * Math.max(1, best.cost)) best = { at, cost }
    }
  return best
}

const ROUNDS = 3

/**
 * A cheaper way from one that reaches the goal: each lever is put at some places of its way and another taken back as
 * far as that allows, pair by pair, until nothing is gained or the tries are used up. Finds what steps of most score for
 * their cost miss where scores jump (ranks, places in a quota) or ends move. `othersOf`: values of the other units.
 */
export const improvePlan = (task: Task, start: Positions, othersOf: (code: string) => readonly number[]): Positions => {
  let best: Best = { at: start, cost: costOf(task.ways, start) }
  for (let i = 0; i < ROUNDS && task.ways.length > 1; i += 1) {
    const next = task.ways.reduce((so, one) => roundOf(one, task, { start: so, others: othersOf(one.code) }), best)
    if (next.cost >= best.cost - GAIN * Math.max(1, best.cost)) break
    best = next
  }
  return best.at
}
