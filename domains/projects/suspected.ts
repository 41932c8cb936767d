/** Two rows that may be one project. `same`: the words are alike but for width, blanks and the city's name. */
export type SuspectedPair = { a: number; b: number; kind: 'same' | 'similar'; likeness: number }

const SIMILAR = 0.6

/** Words that most names carry and that tell nothing about which project it is. */
const COMMON_WORDS = /(中国|工程|建设|项目|[()（）·“”"\s])/gu

const core = (name: string, cityName: string): string =>
  name.normalize('NFKC').toLowerCase().replace(COMMON_WORDS, '').replaceAll(cityName, '')

const pairsOf = (text: string): Map<string, number> => {
  const characters = [...text]
  const pairs = new Map<string, number>()
  for (let index = 0; index + 1 < characters.length; index += 1) {
    const pair = `${characters[index]}${characters[index + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const size = (pairs: ReadonlyMap<string, number>): number => [...pairs.values()].reduce((sum, count) => sum + count, 0)

/** Sørensen–Dice coefficient of the character pairs, 0–1 (Dice 1945). */
const likenessOf = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  const total = size(a) + size(b)
  if (total === 0) return 0
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  return (2 * shared) / total
}

/**
 * Pairs of names a person should look at (疑似重复), by their places in the list; nothing is merged. `cityName` is
 * 绵阳: a name with and without it counts as alike. Likeness is Dice's on character pairs of what is left when common
 * words are taken out; 0.6 and above is similar. It weighs names only, not places or amounts. Quadratic in names.
 */
export const suspectedPairs = (names: readonly string[], cityName: string): SuspectedPair[] => {
  const cores = names.map((name) => core(name, cityName))
  const grams = cores.map(pairsOf)
  const pairs: SuspectedPair[] = []
  for (let a = 0; a < names.length; a += 1)
    for (let b = a + 1; b < names.length; b += 1) {
      const [one, other] = [grams[a], grams[b]]
      if (!one || !other || cores[a] === '') continue
      const likeness = cores[a] === cores[b] ? 1 : likenessOf(one, other)
      if (likeness >= SIMILAR) pairs.push({ a, b, kind: cores[a] === cores[b] ? 'same' : 'similar', likeness })
    }
  return pairs
}
