import type { Measure } from '@yundiao/figures'
import type { AdjustRefusal } from '../adjust/adjust-spec.ts'

/** Why a kind of number is not adjusted at all. */
export type NotAdjustable = {
  kind: 'refused'
  reason: AdjustRefusal['reason'] | 'yearly-rate'
  message: string
}

/**
 * Growth over the same period of last year, and indices of last year = 100, have the season taken out already: nothing
 * is adjusted then. Null for what may be tried. `printedUnit` is the unit the source prints.
 */
export const notAdjustable = (measure: Measure, printedUnit: string | null): NotAdjustable | null =>
  measure.startsWith('growth') || /^上年.*=100$/u.test(printedUnit ?? '')
    ? { kind: 'refused', reason: 'yearly-rate', message: '同比数已与上年同期相比，不作季节调整；请选绝对额' }
    : null
