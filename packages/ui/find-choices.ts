/** One of many to choose from; `also` is searched and not shown, such as a code. */
export type Choice = { key: string; label: string; note?: string; also?: string }

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')

/** How well a choice fits what was typed: 0 best; null not at all. */
const fit = (choice: Choice, typed: string): number | null => {
  const label = plain(choice.label)
  if (label === typed) return 0
  if (label.startsWith(typed)) return 1
  if (label.includes(typed)) return 2
  return plain(choice.also ?? '').includes(typed) || plain(choice.note ?? '').includes(typed) ? 3 : null
}

/** Choices that hold what was typed, the closest first, else in their order; and how many there are in all. */
export const findChoices = (
  choices: readonly Choice[],
  typed: string,
  most: number,
): { found: Choice[]; total: number } => {
  const words = plain(typed)
  if (words === '') return { found: choices.slice(0, most), total: choices.length }
  const fitting = choices
    .flatMap((choice) => {
      const how = fit(choice, words)
      return how === null ? [] : [{ choice, how }]
    })
    .sort((a, b) => a.how - b.how)
  return { found: fitting.slice(0, most).map(({ choice }) => choice), total: fitting.length }
}
