import { type Finding, type Said, saidText } from './finding.ts'

/** 询问提纲 of one unit; `unit` null where who leads is 待明确. */
export type Inquiry<Unit> = {
  unit: Unit | null
  questions: readonly { finding: string; said: readonly Said[] }[]
}

type Question = Inquiry<string>['questions'][number]

/** What every unit is asked last: figures show neither a cause nor what is to come. */
const CLOSING = '以上情况的主要原因是什么，下步有哪些安排、哪些需协调事项？'
const COORDINATION = '需协调事项'

const closed = (questions: readonly Question[]): readonly Question[] => {
  const last = questions.at(-1)
  if (!last || questions.some(({ said }) => saidText(said).includes(COORDINATION))) return questions
  return [...questions, { finding: last.finding, said: [{ text: CLOSING }] }]
}

/**
 * 询问提纲: each unit's questions with their figures, units in the order of their weightiest finding, those without a unit
 * last, and at the end of each the cause, the next steps and what needs coordination, unless that was asked already.
 * `leadOf` says who answers for a finding (for a county's the county may be asked).
 */
export const inquiries = <Unit extends string>(
  findings: readonly Finding[],
  leadOf: (finding: Finding) => Unit | null,
): readonly Inquiry<Unit>[] => {
  const byUnit = Map.groupBy(findings, leadOf)
  const units = [...byUnit.keys()].toSorted((a, b) => Number(a === null) - Number(b === null))
  return units
    .map((unit) => ({
      unit,
      questions: closed(
        (byUnit.get(unit) ?? []).flatMap(({ id, questions }) => questions.map((said) => ({ finding: id, said }))),
      ),
    }))
    .filter(({ questions }) => questions.length > 0)
}
