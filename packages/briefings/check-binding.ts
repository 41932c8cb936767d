import { bindingKey } from './binding-key.ts'
import { numeralsIn } from './numerals.ts'
import type { Paper, Run } from './paper.ts'
import { runText } from './paper.ts'
import { walkRuns } from './walk-runs.ts'

export type UnboundNumeral = { where: string; text: string }

/** Counts of numerals in a paper's body; `numerals = bound + declaredFree + unbound.length`. */
export type Binding = { numerals: number; bound: number; declaredFree: number; unbound: readonly UnboundNumeral[] }

type Standing = 'bound' | 'free' | 'unbound'

const standing = (run: Run): Standing => {
  if ('free' in run) return 'free'
  return bindingKey(run) === null ? 'unbound' : 'bound'
}

/**
 * Whether every number a reader sees in the body can be walked back: bound to a figure, a formula, an item or a ledger's row, or
 * declared free (dates, ordinals, document numbers). Each number in a plain run is listed with its place.
 * Weighs Arabic digits only; the title, table captions and heads are the template's words and are not weighed.
 */
export const checkBinding = (paper: Paper): Binding => {
  const count: Record<Standing, number> = { bound: 0, free: 0, unbound: 0 }
  const unbound: UnboundNumeral[] = []
  for (const { where, run } of walkRuns(paper)) {
    const found = numeralsIn(runText(run))
    const kind = standing(run)
    count[kind] += found.length
    if (kind === 'unbound') unbound.push(...found.map(({ text }) => ({ where, text })))
  }
  const numerals = count.bound + count.free + count.unbound
  return { numerals, bound: count.bound, declaredFree: count.free, unbound }
}
