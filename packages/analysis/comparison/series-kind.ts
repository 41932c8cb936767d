import { DEFAULT_CONCEPT, DEMONSTRATION, dimsKey, type FoundFigure, type Origin } from '@yundiao/figures'

/** Who stands behind figures and in which 口径 they are: only figures of one kind are set against each other. */
export type SeriesKind = { origin: Origin; concept: string }

/** What is published in the usual 口径: it stands before every other kind. */
export const PUBLISHED: SeriesKind = { origin: 'official', concept: DEFAULT_CONCEPT }

/** A kind with how many of the regions hold a number of it. */
export type HeldKind = SeriesKind & { regions: number }

/** A kind that fewer regions hold is not offered, unless the reader sees no more than those. */
const FEWEST = 3

/** One spelling of a kind, for addresses and keys. */
export const kindKey = ({ origin, concept }: SeriesKind): string => `${origin}~${concept}`

/** Counted before estimated, estimated before worked out. */
const ORIGINS: readonly Origin[] = ['official', 'department', 'dispatch', 'estimate', 'computed']

const orderOf = ({ origin, concept }: SeriesKind): number => {
  if (kindKey({ origin, concept }) === kindKey(PUBLISHED)) return 0
  if (concept === DEMONSTRATION) return ORIGINS.length + 1
  return 1 + ORIGINS.indexOf(origin)
}

/** Kinds in the order they are offered: what is published first, then other published 口径, others, the demonstration. */
export const compareKinds = (a: SeriesKind, b: SeriesKind): number =>
  orderOf(a) - orderOf(b) || (kindKey(a) < kindKey(b) ? -1 : kindKey(a) > kindKey(b) ? 1 : 0)

const isAmountOrGrowth = ({ series }: FoundFigure): boolean =>
  series.measure !== 'rank' && series.measure !== 'share' && dimsKey(series.dims) === ''

/**
 * The kinds regions may be compared in for a period: what is published first, though nobody may hold it; then others that
 * at least three regions hold, or all of them where they are fewer, or any where no kind is held so widely; the
 * demonstration last. Figures are of one indicator.
 */
export const kindsHeld = (
  figures: readonly FoundFigure[],
  regions: readonly string[],
  period: string,
): readonly HeldKind[] => {
  const wanted = new Set(regions)
  const fewest = Math.min(FEWEST, wanted.size)
  const held = new Map<string, { kind: SeriesKind; regions: Set<string> }>([
    [kindKey(PUBLISHED), { kind: PUBLISHED, regions: new Set() }],
  ])
  for (const figure of figures) {
    if (figure.value === null || figure.period !== period || !wanted.has(figure.region) || !isAmountOrGrowth(figure))
      continue
    const { origin, concept } = figure.series
    const one = held.get(kindKey({ origin, concept })) ?? { kind: { origin, concept }, regions: new Set<string>() }
    one.regions.add(figure.region)
    held.set(kindKey(one.kind), one)
  }
  const kinds = [...held.values()].map(({ kind, regions: found }) => ({ ...kind, regions: found.size }))
  // Where no kind is held by enough, what few hold is better than a page of nothing.
  const isHeld = (kind: HeldKind): boolean => kind.regions >= (orderOf(kind) === 0 ? 1 : fewest)
  const enough = kinds.some(isHeld) ? fewest : 1
  return kinds
    .filter((kind) => orderOf(kind) === 0 || kind.regions >= enough)
    .sort((a, b) => orderOf(a) - orderOf(b) || b.regions - a.regions || (kindKey(a) < kindKey(b) ? -1 : 1))
}

/** The kind to begin with: the first that anybody holds, or what is published. */
export const firstKind = (kinds: readonly HeldKind[]): SeriesKind =>
  kinds.find(({ regions }) => regions > 0) ?? PUBLISHED
