import type { Piece } from './clauses.ts'
import type { Span } from './sentences.ts'

/** A directive before it is numbered: its own span, where the action lies in it, and what stands under it. */
export type Node = Span & { action: Span; clauses: readonly Span[]; children: Node[] }

type Leaf = Omit<Node, 'clauses'> & {
  clauses: Span[]
  /** Start without the adverbials before the action. */ bareStart: number
  last: Piece['kind']
  owned: boolean
}

type Building = {
  leaves: Leaf[]
  /** Where a run of adverbials began that waits for its action. */
  lead: Piece | null
  /** Clauses that name the doers and wait for their action: 由X牵头，Y配合，…. */
  duty: Piece[]
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

/** Whether a clause belongs to the leaf before it rather than being one. */
const joins = (leaf: Leaf | undefined, piece: Piece, isTouching: boolean, whole: boolean): boolean => {
  if (!leaf) return false
  if (piece.kind === 'assist') return true
  if (piece.kind === 'attitude' || (piece.kind === 'slogan' && isTouching))
    return leaf.last === 'attitude' && !piece.asked
  if (whole) return !piece.owned && piece.kind !== 'background' && piece.kind !== 'duty'
  return piece.kind === 'outcome' && isTouching
}

const addLeaf = (building: Building, piece: Piece): void => {
  building.leaves.push(leafOf(piece, building))
  building.doer = piece.owned ? { start: piece.start, end: piece.end } : (building.duty[0] ?? building.doer)
  building.lead = null
  building.duty = []
  building.isTouching = true
}

const growLast = (building: Building, piece: Piece): void => {
  const last = building.leaves.at(-1)
  if (!last) return
  last.end = piece.end
  last.clauses.push({ start: piece.start, end: piece.end })
  last.last = piece.kind === 'slogan' ? 'attitude' : piece.kind
  building.isTouching = true
}

/** Takes one clause into what is being built; the array grows in place, so that long sentences stay linear. */
const take = (building: Building, piece: Piece, whole: boolean): void => {
  const last = building.leaves.at(-1)
  const isWaiting = building.lead !== null || building.duty.length > 0
  if (!isWaiting && joins(last, piece, building.isTouching, whole)) {
    growLast(building, piece)
    return
  }
  if (piece.kind === 'duty' || piece.kind === 'assist') building.duty.push(piece)
  else if (piece.kind === 'adverbial' && !piece.owned) building.lead ??= piece
  else if (
    piece.kind !== 'slogan' &&
    piece.kind !== 'background' &&
    !(piece.kind === 'outcome' && last && !building.lead)
  ) {
    addLeaf(building, piece)
    return
  }
  building.isTouching = false
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
  const building: Building = { leaves: [], lead: null, duty: [], isTouching: false, doer: null }
  for (const piece of pieces) take(building, piece, grain === 'whole')
  if (building.leaves.length > 0) for (const piece of building.duty) growLast(building, piece)
  if (building.leaves.length === 0) {
    const only = fallback(pieces)
    return only ? [leafOf(only, { ...building, lead: null, duty: [] })] : []
  }
  return building.leaves.map((leaf, index) => {
    const { start, end, action, clauses, children } = withoutShared(leaf, building.leaves[index + 1])
    return { start, end, action, clauses, children }
  })
}
