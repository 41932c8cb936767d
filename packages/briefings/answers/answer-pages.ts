import type { AnswersInput } from './answer-input.ts'
import type { AnswerPage, Brevity } from './answer-page.ts'
import { indicatorAnswer } from './indicator-answers.ts'
import { placeAnswer } from './place-answers.ts'
import { unitAnswer } from './unit-answers.ts'

/** What a screen takes; paper is held to its page. */
const ON_SCREEN: Brevity = { sentences: 3, drags: 3, rows: 30, names: 3 }

/**
 * 备询要点: a page for each county and zone, each unit and each indicator, in the order given. Sentences come from
 * `WORDING`, every number bound to a figure, a formula, an item or a row of a ledger. It tells what is known, against
 * whom and who weighs most, and says what is lacking; it gives no cause that the data do not show. Sentences that count
 * what waits count all of it, however few rows are listed.
 */
export const answerPages = (input: AnswersInput, brevity: Brevity = ON_SCREEN): readonly AnswerPage[] => [
  ...input.places.map((place) => placeAnswer(place, input, brevity)),
  ...input.units.map((unit) => unitAnswer(unit, input, brevity)),
  ...input.indicators.map((one) => indicatorAnswer(one, input, brevity)),
]
