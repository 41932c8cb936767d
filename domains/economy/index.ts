import { catalogueOf } from '@yundiao/figures'
import { SUPPLEMENT } from './supplement.ts'
import { T1_ROWS } from './t1.ts'

export { BREAKDOWNS, DIMENSIONS, RANKS } from './dimensions.ts'
export {
  againstRate,
  type Drag,
  type DragLine,
  type DragPart,
  gapDrag,
  type Known,
  pullDrag,
  valueDrag,
} from './drag.ts'
export { aheadOfTime, economyRules, growthAgainstTarget, smallBase, timeProgress } from './rules.ts'
export { DUTY_WORDS, SPOKEN_NAMES } from './spoken-names.ts'
export { OTHER_SUBJECT, SUBJECTS } from './subjects.ts'
export { SUMS } from './sums.ts'
export { SUPPLEMENT } from './supplement.ts'
export { T1_ROWS } from './t1.ts'

/** The catalogue of the quarterly set: rows of sheet T1, then the other published, targeted and watched indicators. */
export const economyCatalogue = catalogueOf(T1_ROWS, SUPPLEMENT)
