import { isLabel, type Piece, type Request } from './clauses.ts'
import { leavesOf, type Node } from './leaves.ts'
import { adverbLength } from './lexicon/adverbs.ts'

const HEAD_VERB =
  /^(?:做强|做优|做大|抓好|抓实|抓牢|抓细|抓紧|狠抓|紧抓|严抓|壮大|推动|推进|打造|聚焦|形成|深化|做好|做实|强化|加强|营造|严把|优化|提升|夯实|筑牢|守牢|守住|突出|加快|扩大|激发|培育|保障|改善|防范|压实|完善|稳定|增强|健全|释放|提振|促进|落实|巩固|拓展|稳住|用好|抢抓|主动|全力|统筹|维护|坚持|坚决)/u
const HEAD_PHRASE = /^[\u4e00-\u9fff]{4}[谋找建抓促强稳保优兴惠护引育][\u4e00-\u9fff]{2}$/u

const bodyOf = (text: string, piece: Piece): string => text.slice(piece.from, piece.end).replace(/[“”‘’]/gu, '')

/** Whether a clause may be the heading of what follows: short, verb and object, no owner, number, list or quotation mark within. */
const mayHead = (text: string, piece: Piece | undefined): boolean => {
  if (!piece || piece.owned || piece.start !== piece.from) return false
  if (piece.kind !== 'action' && piece.kind !== 'adverbial') return false
  const body = bodyOf(text, piece)
  if (body.length < 5 || body.length > 8 || /[、\d]/u.test(body)) return false
  return HEAD_PHRASE.test(body) || (HEAD_VERB.test(body) && adverbLength(body) <= 2)
}

const headOf = (piece: Piece, children: Node[]): Node => {
  const span = { start: piece.from, end: piece.end }
  return { ...span, action: span, clauses: [span], children }
}

/** A segment as one heading with its leaves, or as bare leaves. `hasPeers`: other segments near it open with headings too. */
const segmentNodes = (text: string, pieces: readonly Piece[], hasPeers: boolean): Node[] => {
  const [first, ...rest] = pieces
  if (first && mayHead(text, first)) {
    const leaves = leavesOf(rest)
    const actions = rest.filter((piece) => piece.kind === 'action').length
    if (actions >= 2 || (actions === 1 && hasPeers)) return [headOf(first, leaves)]
  }
  return leavesOf(pieces)
}

const opensAsked = (pieces: readonly Piece[]): boolean => pieces.some((piece) => piece.asked || piece.ordinal)

const isOrdinal = (request: Request): boolean => request.segments[0]?.[0]?.ordinal ?? false

/** Whether a request stands by itself beside the one before: under 一是…。 only the next 二是 does, else any 要. */
const standsBeside = (before: Request, request: Request): boolean =>
  isOrdinal(before) ? isOrdinal(request) : opensAsked((request.segments[0] ?? []).slice(0, 1))

const isLabelled = (text: string, request: Request): boolean => isLabel(text.slice(request.start, request.end))

const leavesBelow = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => (node.children.length > 0 ? leavesBelow(node.children) : [node]))

/** Gives a label to every leaf of the paragraph that stands before it and has none yet. */
const label = (leaves: readonly Node[], request: Request, labelled: Set<Node>): void => {
  for (const leaf of leaves) {
    if (labelled.has(leaf)) continue
    leaf.clauses = [...leaf.clauses, ...request.segments.flat()]
    labelled.add(leaf)
  }
}

/** The clause that heads every segment of its sentence: 要加强要素保障，强化用地保障，…；强化资金保障，…. */
const ruler = (text: string, segments: readonly Piece[][]): Piece | null => {
  const [first, second] = segments[0] ?? []
  const later = segments.slice(1)
  if (!first?.asked || later.length === 0 || later.some(opensAsked) || !mayHead(text, first)) return null
  const opening = bodyOf(text, first).slice(0, 2)
  if (later.some(([head]) => head && bodyOf(text, head).startsWith(opening))) return null
  if (mayHead(text, second)) return (segments[0]?.length ?? 0) > 2 ? first : null
  return later.some((segment) => mayHead(text, segment[0])) ? null : first
}

const isBareHeading = (text: string, request: Request): Piece | null => {
  const pieces = request.segments.flat()
  const only = pieces.at(-1)
  if (!only || pieces.slice(0, -1).some((piece) => piece.kind !== 'adverbial')) return null
  if (!(only.asked || pieces.some((piece) => piece.ordinal)) || only.owned || only.kind === 'duty') return null
  const body = bodyOf(text, only)
  return body.length <= 16 && !/\d/.test(body) ? only : null
}

const isItem = (request: Request): boolean =>
  request.mode === 'resolves' && request.segments.flat().some((piece) => piece.owned || piece.ordinal)

/** Joins the clauses of a resolved item into one segment a doer, so that one matter stays one directive. */
const requestNodes = (text: string, request: Request, hasPeers: boolean): Node[] =>
  isItem(request)
    ? leavesOf(request.segments.flat(), 'whole')
    : request.segments.flatMap((segment) => segmentNodes(text, segment, hasPeers))

const countHeads = (text: string, requests: readonly Request[]): number =>
  requests.flatMap((request) => request.segments).filter((segment) => segment.length > 1 && mayHead(text, segment[0]))
    .length

/** What one request adds: a heading of its own, and the nodes below it or beside it. */
const readRequest = (
  text: string,
  request: Request,
  next: Request | undefined,
  hasPeers: boolean,
): { head: Node | null; nodes: Node[] } => {
  const stands = next && !standsBeside(request, next) && !isLabelled(text, next)
  const bare = stands ? isBareHeading(text, request) : null
  if (bare) return { head: headOf(bare, []), nodes: [] }
  const over = ruler(text, request.segments)
  if (!over) return { head: null, nodes: requestNodes(text, request, hasPeers) }
  const segments = [request.segments[0]?.slice(1) ?? [], ...request.segments.slice(1)].filter(
    ({ length }) => length > 0,
  )
  return { head: headOf(over, []), nodes: requestNodes(text, { ...request, segments }, true) }
}

/** The directives of one paragraph, in order, nested under its headings. `text` is readable text. */
export const outlineOf = (text: string, requests: readonly Request[]): Node[] => {
  const top: Node[] = []
  const labelled = new Set<Node>()
  let under: { node: Node; by: Request } | null = null
  const hasPeers = countHeads(text, requests) >= 2
  for (const [index, request] of requests.entries()) {
    if (isLabelled(text, request)) {
      label(leavesBelow(top), request, labelled)
      continue
    }
    if (under && standsBeside(under.by, request)) under = null
    const { head, nodes } = readRequest(text, request, requests[index + 1], hasPeers)
    if (head) {
      under = { node: head, by: request }
      top.push(head)
    }
    if (under) under.node.children.push(...nodes)
    else top.push(...nodes)
  }
  return top
}
