import type { Finding, Said } from './finding.ts'

/** 询问提纲 of one unit; `unit` null where who leads is 待明确. */
export type Inquiry<Unit> = {
  unit: Unit | null
  questions: readonly { finding: string; said: readonly Said[] }[]
}

/**
 * 询问提纲: each unit's questions with their figures, units in the order of their weightiest finding, those without a unit
 * last. `leadOf` says who answers for a finding (for a county's the county may be asked).
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
      questions: (byUnit.get(unit) ?? []).flatMap(({ id, questions }) =>
        questions.map((said) => ({ finding: id, said })),
      ),
    }))
    .filter(({ questions }) => questions.length > 0)
}
