import type { Said } from './finding.ts'
import { type Filling, type Fillings, TEMPLATES, type TemplateId } from './templates.ts'

const MOST_SENTENCES = 3

const partsOf = (filling: Filling | undefined): readonly Said[] =>
  filling === null || filling === undefined ? [] : 'length' in filling ? filling : [filling]

/** One pattern with its slots filled; null when a slot is empty. */
const filled = (pattern: string, fillings: Readonly<Record<string, Filling>>): readonly Said[] | null => {
  const out: Said[] = []
  for (const [index, piece] of pattern.split(/[{}]/u).entries()) {
    if (index % 2 === 0) {
      if (piece !== '') out.push({ text: piece })
      continue
    }
    const parts = partsOf(fillings[piece])
    if (fillings[piece] === null || fillings[piece] === undefined) return null
    out.push(...parts)
  }
  return out
}

/**
 * A template with its slots filled: its sentences (three at most, the first ones that can be said) and its questions.
 * An empty list fills a slot with nothing; null leaves the sentence out.
 */
export const say = <T extends TemplateId>(
  id: T,
  fillings: Fillings<T>,
): { sentences: readonly (readonly Said[])[]; questions: readonly (readonly Said[])[] } => {
  const all = (patterns: readonly string[]) =>
    patterns.map((pattern) => filled(pattern, fillings)).filter((said) => said !== null)
  const { sentences, questions } = TEMPLATES[id]
  return { sentences: all(sentences).slice(0, MOST_SENTENCES), questions: all(questions) }
}
