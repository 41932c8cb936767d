import type { Refusal } from './result.ts'

/** A refusal with its words and places. */
export const refuse = (reason: Refusal['reason'], message: string, places: readonly string[] = []): Refusal => ({
  kind: 'refused',
  reason,
  message,
  places,
})

const SHOWN = 5

/** A list for a message: the first few, and how many more. */
export const some = (places: readonly string[]): string =>
  places.length <= SHOWN ? places.join('、') : `${places.slice(0, SHOWN).join('、')}等 ${places.length} 处`
