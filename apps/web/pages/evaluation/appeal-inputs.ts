import type { CardInput } from '../../api/types.ts'

/** A number of a unit that an objection can be about: each once, whatever indicators it goes into. */
export type AppealInput = {
  code: string
  label: string
  shown: string | null
  unitShown: string
  usedIn: string[]
  fieldLabel: string
}

const keyOf = ({ entry, fieldLabel, unitShown }: CardInput): string => [entry, fieldLabel, unitShown].join('\n')

/** The numbers a unit was scored on, each once, in the order of the method. */
export const appealInputs = (inputs: readonly CardInput[]): AppealInput[] =>
  [...Map.groupBy(inputs, keyOf).values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    const { code, label, shown, unitShown, fieldLabel } = first
    return [{ code, label, shown, unitShown, fieldLabel, usedIn: [...new Set(all.map(({ indicator }) => indicator))] }]
  })
