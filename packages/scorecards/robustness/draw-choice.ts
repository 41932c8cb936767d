import type { Scheme } from '../scheme/scheme.ts'
import type { Uncertainty } from './uncertainty.ts'

/** The lists a draw takes one entry of. The last turns fastest in the order of combinations. */
export const CHOICES = ['weighting', 'missing', 'treat', 'normalise', 'aggregate'] as const

/** How many entries each list has; 1 where nothing is said. */
export const choiceSizes = (uncertainty: Uncertainty): number[] =>
  CHOICES.map((choice) => uncertainty[choice]?.length ?? 1)

/** A combination of choices: the scheme with them, and which they are. */
export type ChosenScheme = { scheme: Scheme; label: string }

const KEY = {
  weighting: 'weights',
  missing: 'missing',
  treat: 'treat',
  normalise: 'normalise',
  aggregate: 'aggregate',
} as const

const nameOf = (entry: string | { method: string }): string => (typeof entry === 'string' ? entry : entry.method)

/** The schemes of all combinations, in order; grades left out. */
export const chosenSchemes = ({ grades: _, ...scheme }: Scheme, uncertainty: Uncertainty): ChosenScheme[] =>
  CHOICES.reduce<ChosenScheme[]>(
    (schemes, choice) => {
      const entries: readonly (string | { method: string })[] | undefined = uncertainty[choice]
      if (!entries) return schemes
      return schemes.flatMap((one) =>
        entries.map((entry) => ({
          scheme: { ...one.scheme, [KEY[choice]]: entry },
          label: `${one.label}${one.label && '、'}${KEY[choice]} ${nameOf(entry)}`,
        })),
      )
    },
    [{ scheme, label: '' }],
  )
