import type { Positions } from './tries.ts'
import { between, reaches, type Task } from './way.ts'

/** A quarter of the tries may go into finding a first way. */
const SHARE = 0.25
/** Places on each way, its ends among them: as many as the tries allow. */
const [FEWEST, MOST] = [2, 33]

const placed = (task: Task, index: number, cuts: number): Positions => {
  let rest = index
  return Object.fromEntries(
    task.ways.map((way) => {
      const share = 1 - (rest % cuts) / (cuts - 1)
      rest = Math.floor(rest / cuts)
      return [way.code, between(way, share)] as const
    }),
  )
}

/**
 * Positions that reach the goal: every lever at its bound, else (numbers that stand in several columns, ends that move
 * along, can work against one another) the first found on a grid as fine as the tries allow. null where none does.
 */
export const reachable = (task: Task): Positions | null => {
  const tries = Math.floor(task.budget.left * SHARE)
  const cuts = Math.max(FEWEST, Math.min(MOST, Math.floor(tries ** (1 / Math.max(1, task.ways.length)))))
  const whole = Math.max(1, Math.min(tries, cuts ** task.ways.length))
  for (let index = 0; index < whole; index += 1) {
    const at = placed(task, index, cuts)
    if (reaches(task, at)) return at
  }
  return null
}
