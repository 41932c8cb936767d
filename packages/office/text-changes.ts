/** A paragraph or table cell as a reader finds it. */
export type PlacedText = { where: string; text: string }

/** What became of one paragraph. `where` is its place in the newer text; for a removed one, its old place. */
export type TextChange =
  | { kind: 'added'; where: string; now: string }
  | { kind: 'removed'; where: string; was: string }
  | { kind: 'changed'; where: string; was: string; now: string }

/** Beyond this many pairs a line-up costs too much; the middle is then told as replaced whole. */
const MOST_PAIRS = 4_000_000

/** Lengths of the longest common runs of `a[i…]` and `b[j…]`, row by row. */
const commonLengths = (a: readonly PlacedText[], b: readonly PlacedText[]): Uint32Array[] => {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, below] = [rows[i], rows[i + 1]]
      if (row && below)
        row[j] = a[i]?.text === b[j]?.text ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return rows
}

type Step = { old: PlacedText | null; now: PlacedText | null }

const lineUp = (a: readonly PlacedText[], b: readonly PlacedText[]): Step[] => {
  if (a.length * b.length > MOST_PAIRS)
    return [...a.map((old) => ({ old, now: null })), ...b.map((now) => ({ old: null, now }))]
  const lengths = commonLengths(a, b)
  const steps: Step[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [old = null, now = null] = [a[i], b[j]]
    if (old && now && old.text === now.text) {
      steps.push({ old, now })
      i += 1
      j += 1
    } else if (old && (now === null || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      steps.push({ old, now: null })
      i += 1
    } else {
      steps.push({ old: null, now })
      j += 1
    }
  }
  return steps
}

const told = ({ old, now }: Step): TextChange | null => {
  if (old && now) return { kind: 'changed', where: now.where, was: old.text, now: now.text }
  if (old) return { kind: 'removed', where: old.where, was: old.text }
  return now && { kind: 'added', where: now.where, now: now.text }
}

/** One stretch of differing paragraphs: the first old with the first new, and so on; what is left over was added or removed. */
const pairUp = (stretch: readonly Step[]): TextChange[] => {
  const olds = stretch.flatMap(({ old }) => old ?? [])
  const news = stretch.flatMap(({ now }) => now ?? [])
  return Array.from({ length: Math.max(olds.length, news.length) }, (_, i) =>
    told({ old: olds[i] ?? null, now: news[i] ?? null }),
  ).filter((change) => change !== null)
}

/**
 * What changed between two texts, paragraph by paragraph, in reading order. Paragraphs that read the same are left out;
 * one that stands between the same neighbours as an old one is changed, not removed and added.
 */
export const textChanges = (was: readonly PlacedText[], now: readonly PlacedText[]): TextChange[] => {
  let start = 0
  while (start < was.length && start < now.length && was[start]?.text === now[start]?.text) start += 1
  let end = 0
  const spare = Math.min(was.length, now.length) - start
  while (end < spare && was.at(-1 - end)?.text === now.at(-1 - end)?.text) end += 1
  const changes: TextChange[] = []
  let stretch: Step[] = []
  for (const step of lineUp(was.slice(start, was.length - end), now.slice(start, now.length - end))) {
    if (step.old === null || step.now === null) {
      stretch.push(step)
      continue
    }
    changes.push(...pairUp(stretch))
    stretch = []
  }
  return [...changes, ...pairUp(stretch)]
}
