import type { LedgerDefinition } from './definition.ts'
import type { Values } from './entry.ts'

/** Compatibility forms folded, lower case: the form text is searched in. */
export const searchForm = (text: string): string => text.normalize('NFKC').toLowerCase()

const BLANK = /\s/u

/** Marks the gram of a text's first character, so that one character finds what begins with it. */
const START = '^'

const bigrams = (form: string): string[] => {
  const characters = [...form]
  const pairs: string[] = []
  for (let index = 0; index + 1 < characters.length; index += 1) {
    const pair = `${characters[index]}${characters[index + 1]}`
    if (!BLANK.test(pair)) pairs.push(pair)
  }
  return pairs
}

/**
 * Grams of one text: every pair of neighbouring characters, and the first character marked. Pairs over a blank are
 * left out. Bigrams because most Chinese words have two characters, which trigrams cannot serve.
 */
export const gramsOfText = (text: string): string[] => {
  const form = searchForm(text).trim()
  const [first] = form
  return first === undefined ? [] : [...new Set([`${START}${first}`, ...bigrams(form)])]
}

/** Grams of an entry's searchable fields, each once, sorted: what its `grams` column holds. */
export const gramsOf = (definition: LedgerDefinition, values: Readonly<Values>): string[] => {
  const grams = new Set<string>()
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = field.searchable && Object.hasOwn(values, name) ? values[name] : null
    if (typeof value === 'string') for (const gram of gramsOfText(value)) grams.add(gram)
  }
  return [...grams].sort()
}

/** One word looked for: `starts` when it is a single character. Text and grams are in search form. */
export type SearchTerm = { text: string; starts: boolean; grams: string[] }

/**
 * The words of a search, split at blanks; an entry must hold all. Two characters and more are found anywhere, one
 * character only where a field begins with it.
 */
export const searchTerms = (query: string): SearchTerm[] =>
  searchForm(query)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => {
      const pairs = bigrams(word)
      return pairs.length > 0
        ? { text: word, starts: false, grams: [...new Set(pairs)] }
        : { text: word, starts: true, grams: [`${START}${word}`] }
    })
