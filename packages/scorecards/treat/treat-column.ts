import type { Column } from '../numeric/column.ts'
import type { Treated, Treatment } from '../scheme/treatment.ts'
import { boxCox } from './box-cox.ts'
import { logarithm } from './logarithm.ts'
import { checkSkew, type SkewCheck } from './skew-check.ts'
import { winsorise } from './winsorise.ts'

type Done = { values: Column; did: Treated['did']; drawnIn: Treated['drawnIn'] }

const UNSEEN = { skew: null, kurtosis: null } as const
const UNTOUCHED = { did: 'none', drawnIn: [] } as const

const bend = (column: Column, spec: { by: 'log' | 'boxcox'; lambda: number }): Done => ({
  values: spec.by === 'log' ? logarithm(column) : boxCox(column, spec.lambda),
  did: spec.by,
  drawnIn: [],
})

const drawIn = (column: Column, spec: Extract<Treatment, { method: 'winsorise' | 'auto' }>): Done => ({
  did: 'winsorise',
  ...winsorise(column, spec),
})

const SQUARE_ROOT = 0.5

const applied = (column: Column, spec: Treatment, check: SkewCheck): Done => {
  const untouched: Done = { values: column, ...UNTOUCHED }
  switch (spec.method) {
    case 'none':
      return untouched
    case 'winsorise':
      return check.isSkewed ? drawIn(column, spec) : untouched
    case 'log':
      return check.isSkewed || spec.always ? bend(column, { by: 'log', lambda: 0 }) : untouched
    case 'boxcox':
      return check.isSkewed || spec.always ? bend(column, { by: 'boxcox', lambda: spec.lambda }) : untouched
    case 'auto': {
      if (!check.isSkewed) return untouched
      const drawn = drawIn(column, spec)
      if (!checkSkew(drawn.values, spec).isSkewed) return drawn
      return bend(column, { by: spec.otherwise ?? 'log', lambda: spec.lambda ?? SQUARE_ROOT })
    }
  }
}

/**
 * One column treated as its specification says, with skew and kurtosis before and after. A transformation starts from
 * the values as they were, not from those drawn in. A column where skew has no meaning (fewer than four values, all
 * equal) is left alone.
 */
export const treatColumn = (column: Column, spec: Treatment = { method: 'none' }): Treated => {
  if (spec.method === 'none') return { values: column, ...UNTOUCHED, before: UNSEEN, after: UNSEEN, isSkewed: false }
  const before = checkSkew(column, spec)
  const done = applied(column, spec, before)
  const after = done.did === 'none' ? before : checkSkew(done.values, spec)
  return {
    ...done,
    before: { skew: before.skew, kurtosis: before.kurtosis },
    after: { skew: after.skew, kurtosis: after.kurtosis },
    isSkewed: after.isSkewed,
  }
}
