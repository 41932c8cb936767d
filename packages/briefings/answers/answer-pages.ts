import type { AnswersInput } from './answer-input.ts'
import type { AnswerPage } from './answer-page.ts'
import { indicatorAnswer } from './indicator-answers.ts'
import { placeAnswer } from './place-answers.ts'
import { unitAnswer } from './unit-answers.ts'

/** Rows of one kind a table of tasks has where paper does not limit it. */
const MOST_TASKS = 12

/**
 * 备询要点: a page for each county and zone, each unit and each indicator, in the order given. Sentences come from
 * `WORDING`, every number bound to a figure, a formula, an item or a row of a ledger. It tells what is known, against
 * whom and who weighs most, and says what is lacking; it gives no cause that the data do not show. `most` is how many
 * rows of one kind (projects, items, matters) a page lists; the sentence above counts all of them.
 */
export const answerPages = (input: AnswersInput, most = MOST_TASKS): readonly AnswerPage[] => [
  ...input.places.map((place) => placeAnswer(place, input, most)),
  ...input.units.map((unit) => unitAnswer(unit, input, most)),
  ...input.indicators.map((one) => indicatorAnswer(one, input, most)),
]
