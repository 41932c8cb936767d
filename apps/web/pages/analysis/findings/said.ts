import type { SaidPart } from '../../../api/types.ts'

/** The characters of a part of a sentence; none where there is none. */
export const wordsOf = (part: SaidPart | undefined): string => {
  if (part === undefined) return ''
  return 'text' in part ? part.text : 'free' in part ? part.free : part.shown
}

/** The characters of a sentence, to be copied. */
export const textOfSaid = (said: readonly SaidPart[]): string => said.map(wordsOf).join('')
