import { at, build, type Vector } from '../numeric/vector.ts'

/** Division or subtraction, as the mode of decomposition has it, and what "no effect" is. */
export type Compose = { isMult: boolean; neutral: number; remove: (x: Vector, by: Vector) => Float64Array }

const MULT: Compose = { isMult: true, neutral: 1, remove: (x, by) => build(x.length, (i) => at(x, i) / at(by, i)) }
const ADD: Compose = { isMult: false, neutral: 0, remove: (x, by) => build(x.length, (i) => at(x, i) - at(by, i)) }

/** The pair of operations of a mode; log-additive works additively on logarithms. */
export const composeOf = (isMult: boolean): Compose => (isMult ? MULT : ADD)

/** Mean of |xₜ₊ₖ − xₜ| (÷ xₜ when multiplicative) over x[from, to). */
export const meanChange = (x: Vector, span: number, isMult: boolean, from = 0, to = x.length): number => {
  let sum = 0
  for (let i = from; i + span < to; i += 1) {
    const change = Math.abs(at(x, i + span) - at(x, i))
    sum += isMult ? change / at(x, i) : change
  }
  return sum / (to - from - span)
}
