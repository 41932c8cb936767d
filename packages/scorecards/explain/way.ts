import type { Positions, Try } from './tries.ts'

/** A lever with the way it may go and what a unit of it costs. */
export type Way = { code: string; from: number; to: number; price: number }

/** What a plan is looked for with: the ways, how positions are tried, and how many tries are left. */
export type Task = { ways: readonly Way[]; trial: Try; budget: { left: number } }

/** Where a lever stands at a share of its way. */
export const between = ({ from, to }: Way, share: number): number => (share >= 1 ? to : from + (to - from) * share)

/** What positions cost. */
export const costOf = (ways: readonly Way[], at: Positions): number =>
  ways.reduce((sum, { code, from, price }) => sum + Math.abs((at[code] ?? from) - from) * price, 0)

/** Whether positions reach the goal; each question counts against the budget. */
export const reaches = (task: Task, at: Positions): boolean => {
  task.budget.left -= 1
  return task.trial(at).reaches
}
