import type { Piece } from './clauses.ts'
import type { Span } from './sentences.ts'

/** A directive before it is numbered: its own span, where the action lies in it, and what stands under it. */
export type Node = Span & { action: Span; clauses: readonly Span[]; children: Node[] }

type Leaf = Node & {
  /** Start without the adverbials before the action. */ bareStart: number
  last: Piece['kind']
  owned: boolean
}

type Building = {
  leaves: Leaf[]
  /** Where a run of adverbials began that waits for its action. */
  lead: Piece | null
  /** Clauses that name the doers and wait for their action: 由X牵头，Y配合，…. */
  duty: readonly Piece[]
  isTouching: boolean
  /** The clause whose subject still acts: 市发改委要…，每周…. */
  doer: Span | null
}

const leafOf = (piece: Piece, { lead, duty, doer }: Building): Leaf => {
  const bareStart = duty[0]?.start ?? piece.start
  const span = { start: Math.min(bareStart, lead?.start ?? bareStart), end: piece.end }
  const inherited = !piece.owned && duty.length === 0 && doer !== null ? [doer] : []
  const clauses = [...inherited, ...duty, lead, piece].flatMap((part) =>
    part ? [{ start: part.start, end: part.end }] : [],
  )
  const action = { start: piece.from, end: piece.end }
  return { ...span, action, clauses, children: [], bareStart, last: piece.kind, owned: piece.owned || duty.length > 0 }
}

const extend = (leaf: Leaf, piece: Piece): Leaf => ({
  ...leaf,
  end: piece.end,
  clauses: [...leaf.clauses, { start: piece.start, end: piece.end }],
  last: piece.kind,
})

/** Whether a clause belongs to the leaf before it rather than being one. */
const joins = (leaf: Leaf | undefined, piece: Piece, isTouching: boolean, whole: boolean): boolean => {
  if (!leaf) return false
  if (piece.kind === 'assist') return true
  if (piece.kind === 'attitude' || (piece.kind === 'slogan' && isTouching))
    return leaf.last === 'attitude' && !piece.asked
  if (whole) return !piece.owned && piece.kind !== 'background' && piece.kind !== 'duty'
  return piece.kind === 'outcome' && isTouching
}

const withLeaf = (building: Building, piece: Piece): Building => ({
  leaves: [...building.leaves, leafOf(piece, building)],
  lead: null,
  duty: [],
  isTouching: true,
  doer: piece.owned ? { start: piece.start, end: piece.end } : (building.duty[0] ?? building.doer),
})

const take = (building: Building, piece: Piece, whole: boolean): Building => {
  const last = building.leaves.at(-1)
  if (last && building.lead === null && building.duty.length === 0 && joins(last, piece, building.isTouching, whole)) {
    const kept = piece.kind === 'slogan' ? 'attitude' : piece.kind
    return {
      ...building,
      leaves: [...building.leaves.slice(0, -1), { ...extend(last, piece), last: kept }],
      isTouching: true,
    }
  }
  switch (piece.kind) {
    case 'duty':
    case 'assist':
      return { ...building, duty: [...building.duty, piece], isTouching: false }
    case 'adverbial':
      if (piece.owned) return withLeaf(building, piece)
      return { ...building, lead: building.lead ?? piece, isTouching: false }
    case 'slogan':
    case 'background':
      return { ...building, isTouching: false }
    case 'outcome':
      if (last && !building.lead) return { ...building, isTouching: false }
  }
  return withLeaf(building, piece)
}

/** Adverbials that several leaves share belong to none of them: the leaf keeps its own clause only. */
const withoutShared = (leaf: Leaf, next: Leaf | undefined): Leaf =>
  leaf.bareStart > leaf.start && next && next.bareStart === next.start && !leaf.owned
    ? { ...leaf, start: leaf.bareStart }
    : leaf

const fallback = (pieces: readonly Piece[]): Piece | undefined =>
  pieces.findLast((piece) => piece.asked || piece.kind === 'adverbial' || piece.kind === 'duty')

/**
 * The leaves of a segment. A leaf is one action; its span takes in an adverbial before it that it alone uses and the
 * outcome clauses (确保…) that follow it at once. Slogans and statements make no leaf. A run of attitudes makes one.
 * With `whole` (items of minutes) clauses stay with the doer before them. A segment that asks only by an adverbial
 * (要聚焦产业发展) yields that clause.
 */
export const leavesOf = (pieces: readonly Piece[], grain: 'clause' | 'whole' = 'clause'): Node[] => {
  let building: Building = { leaves: [], lead: null, duty: [], isTouching: false, doer: null }
  for (const piece of pieces) building = take(building, piece, grain === 'whole')
  const { duty } = building
  const last = building.leaves.at(-1)
  if (duty.length > 0 && last)
    building = { ...building, leaves: [...building.leaves.slice(0, -1), duty.reduce(extend, last)] }
  if (building.leaves.length === 0) {
    const only = fallback(pieces)
    return only ? [leafOf(only, { ...building, lead: null, duty: [] })] : []
  }
  return building.leaves.map((leaf, index) => {
    const { start, end, action, clauses, children } = withoutShared(leaf, building.leaves[index + 1])
    return { start, end, action, clauses, children }
  })
}
