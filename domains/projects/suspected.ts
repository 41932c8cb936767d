/** Two rows that may be one project. `same`: the words are alike but for width, blanks and the city's name. */
export type SuspectedPair = { a: number; b: number; kind: 'same' | 'similar'; likeness: number }

const SIMILAR = 0.6

/** Words that most names carry and that tell nothing about which project it is. */
const COMMON_WORDS = /(中国|工程|建设|项目|[()（）·“”"\s])/gu

const core = (name: string, cityName: string): string =>
  name.normalize('NFKC').toLowerCase().replace(COMMON_WORDS, '').replaceAll(cityName, '')

/** Character pairs of a name and how often each stands in it; a name of one character is its own pair. */
const pairsOf = (text: string): Map<string, number> => {
  const characters = [...text]
  if (characters.length === 1) return new Map([[text, 1]])
  const pairs = new Map<string, number>()
  for (let index = 0; index + 1 < characters.length; index += 1) {
    const pair = `${characters[index]}${characters[index + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const size = (pairs: ReadonlyMap<string, number>): number => [...pairs.values()].reduce((sum, count) => sum + count, 0)

type Met = Map<string, { row: number; count: number }[]>

/** How many character pairs each earlier name shares with this one; names that share none are not there. */
const sharedWith = (pairs: ReadonlyMap<string, number>, met: Met): Map<number, number> => {
  const shared = new Map<number, number>()
  for (const [pair, count] of pairs)
    for (const earlier of met.get(pair) ?? [])
      shared.set(earlier.row, (shared.get(earlier.row) ?? 0) + Math.min(count, earlier.count))
  return shared
}

const remember = (pairs: ReadonlyMap<string, number>, row: number, met: Met): void => {
  for (const [pair, count] of pairs) {
    const rows = met.get(pair)
    if (rows) rows.push({ row, count })
    else met.set(pair, [{ row, count }])
  }
}

/**
 * Pairs of names a person should look at (疑似重复), by their places in the list; nothing is merged. `cityName` is
 * 绵阳: a name with and without it counts as alike. Likeness is told on character pairs of what is left when common
 * words are taken out; 0.6 and above is similar. It weighs names only, not places or amounts.
 * Likeness: Sørensen–Dice coefficient (Dice 1945). Only names that share a pair are held against one another.
 */
export const suspectedPairs = (names: readonly string[], cityName: string): SuspectedPair[] => {
  const cores = names.map((name) => core(name, cityName))
  const grams = cores.map(pairsOf)
  const sizes = grams.map(size)
  const met: Met = new Map()
  const found = grams.flatMap((pairs, b) => {
    const suspects: SuspectedPair[] = []
    for (const [a, shared] of sharedWith(pairs, met)) {
      const likeness = (2 * shared) / ((sizes[a] ?? 0) + (sizes[b] ?? 0))
      if (likeness < SIMILAR) continue
      const isSame = cores[a] === cores[b]
      suspects.push({ a, b, kind: isSame ? 'same' : 'similar', likeness: isSame ? 1 : likeness })
    }
    remember(pairs, b, met)
    return suspects
  })
  return found.sort((one, other) => one.a - other.a || one.b - other.b)
}
