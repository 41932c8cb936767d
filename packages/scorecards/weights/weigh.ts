import { type Column, sumOf } from '../numeric/column.ts'
import { refuse, some } from '../run/refuse.ts'
import type { Consistency, Note, Refusal } from '../run/result.ts'
import type { Tree, TreeNode } from '../run/tree.ts'
import type { Weighting } from '../scheme/weighting.ts'
import { ahpWeights, unsoundPair } from './ahp.ts'
import { combineWeights } from './combine.ts'
import { criticWeights } from './critic.ts'
import { entropyWeights } from './entropy.ts'
import { expertWeights } from './experts.ts'
import { principalWeights } from './principal.ts'

/** Weights among siblings, each node's parts summing to 1, and what a reader should know of them. */
export type Weighed = {
  kind: 'weights'
  weights: Readonly<Record<string, number>>
  /** By node, where weights come from pairwise comparisons. */
  consistency: Readonly<Record<string, Consistency>>
  notes: readonly Note[]
}

type NodeWeights =
  | { kind: 'node'; shares: readonly number[]; notes: readonly Note[]; consistency?: Consistency }
  | Refusal

const plain = (shares: readonly number[]): NodeWeights => ({ kind: 'node', shares, notes: [] })

const asShares = (weights: readonly number[]): number[] => {
  const total = sumOf(weights)
  return weights.map((weight) => weight / total)
}

const givenShares = (tree: Tree, node: TreeNode): NodeWeights =>
  plain(asShares(node.parts.map((code) => tree.weights[code] ?? 0)))

/** Judgements as Saaty's scale writes them: 3, 1/3. */
const inWords = (value: number): string => {
  const shown = (x: number): string => String(Math.round(x * 100) / 100)
  return value < 1 ? `1/${shown(1 / value)}` : shown(value)
}

const byAhp = (tree: Tree, node: TreeNode, spec: Extract<Weighting, { method: 'ahp' }>): NodeWeights => {
  const comparison = spec.comparisons[node.code]
  if (!comparison) return givenShares(tree, node)
  const { codes, matrix } = comparison
  const absent = node.parts.filter((code) => !codes.includes(code))
  if (absent.length > 0 || codes.length !== node.parts.length || matrix.length !== codes.length)
    return refuse('weights', `${node.code} 的判断矩阵应正好比较：${some(node.parts)}`, [node.code])
  const unsound = unsoundPair(matrix)
  if (unsound) {
    const [row, column] = unsound.map((i) => codes[i] ?? `第 ${i + 1} 项`)
    return refuse('weights', `${node.code} 的判断矩阵中 ${row} 与 ${column} 应为正数且互为倒数`, [node.code])
  }
  const { weights, lambdaMax, consistencyIndex, consistencyRatio, isConsistent, repair } = ahpWeights(matrix, spec.by)
  const hint = repair
    ? `，可先复核 ${codes[repair.row]} 与 ${codes[repair.column]} 的比较（现 ${inWords(repair.was)}，与其余判断相合的约为 ${inWords(repair.suggested)}，改后比例 ${repair.ratioAfter.toFixed(3)}）`
    : ''
  const notes: Note[] = isConsistent
    ? []
    : [
        {
          where: node.code,
          what: 'inconsistent-judgements',
          message: `${node.code}：判断矩阵一致性比例 ${consistencyRatio.toFixed(3)}，大于 0.1${hint}`,
        },
      ]
  return {
    kind: 'node',
    shares: node.parts.map((code) => weights[codes.indexOf(code)] ?? 0),
    notes,
    consistency: { lambdaMax, index: consistencyIndex, ratio: consistencyRatio, isConsistent },
  }
}

/** Loadings are of size 1 together: a sum below this is cancellation. */
const CANCELLED = 1e-6

const byPrincipal = (
  node: TreeNode,
  columns: readonly Column[],
  kind: 'first-squared' | 'combined' | 'loadings',
): NodeWeights => {
  const done = principalWeights(columns)
  if (!done) return refuse('weights', `${node.code} 下有各对象都相同的指标，不能用主成分定权`, [node.code])
  if (kind !== 'loadings') return plain(kind === 'combined' ? done.combined : done.firstSquared)
  if (Math.abs(sumOf(done.loadings)) < CANCELLED)
    return refuse('weights', `${node.code} 下第一主成分的载荷正负相抵，不能作权重`, [node.code])
  const shares = asShares(done.loadings)
  if (done.loadings.every((loading) => loading >= 0)) return plain(shares)
  const message = `${node.code}：第一主成分载荷有正有负，权重出现负数`
  return { kind: 'node', shares, notes: [{ where: node.code, what: 'negative-weight', message }] }
}

const isNamed = ({ parts }: TreeNode, { experts }: Extract<Weighting, { method: 'experts' }>): boolean =>
  parts.some((code) => experts.some(({ weights }) => weights[code] !== undefined))

const hasWeight = ({ parts }: TreeNode, weights: Readonly<Record<string, number>>): boolean =>
  parts.some((code) => (weights[code] ?? 0) > 0)

type Data = { tree: Tree; columnOf: (code: string) => Column | null }

const weighNode = (node: TreeNode, spec: Weighting, data: Data): NodeWeights => {
  const { tree, columnOf } = data
  if (spec.method === 'given') return givenShares(tree, node)
  if (spec.method === 'equal') return plain(node.parts.map(() => 1 / node.parts.length))
  if (spec.method === 'ahp') return byAhp(tree, node, spec)
  if (spec.method === 'combined') return combinedNode(node, spec, data)
  if (spec.method === 'experts') {
    if (!isNamed(node, spec)) return givenShares(tree, node)
    // Who says nothing of these items has no say in them.
    const heard = spec.experts.filter((one) => isNamed(node, { ...spec, experts: [one] }))
    const idle = heard.find(({ weights }) => !hasWeight(node, weights))
    if (idle) {
      const who = idle.name ?? `第 ${spec.experts.indexOf(idle) + 1} 位专家`
      return refuse('weights', `${who}给 ${node.code} 下各项的权重全为 0`, [node.code])
    }
    const { weights } = expertWeights(node.parts, heard)
    return plain(node.parts.map((code) => weights[code] ?? 0))
  }
  const columns = node.parts.map(columnOf).filter((column) => column !== null)
  if (columns.length < node.parts.length) return givenShares(tree, node)
  switch (spec.method) {
    case 'entropy':
      return plain(entropyWeights(columns, spec.shift).weights)
    case 'critic':
      return plain(criticWeights(columns).weights)
    case 'pca':
      return byPrincipal(node, columns, spec.kind ?? 'first-squared')
  }
}

/** Whether a method says something of a node; methods on data speak of indicators only, comparisons of the nodes named. */
const speaksOf = (spec: Weighting, node: TreeNode, isOfIndicators: boolean): boolean => {
  if (spec.method === 'ahp') return spec.comparisons[node.code] !== undefined
  if (spec.method === 'experts') return isNamed(node, spec)
  return isOfIndicators || ['given', 'equal', 'combined'].includes(spec.method)
}

const combinedNode = (node: TreeNode, spec: Extract<Weighting, { method: 'combined' }>, data: Data): NodeWeights => {
  const isOfIndicators = node.parts.every((code) => data.columnOf(code) !== null)
  const whole: Exclude<NodeWeights, Refusal>[] = []
  for (const one of spec.of.filter((each) => speaksOf(each, node, isOfIndicators))) {
    const set = weighNode(node, one, data)
    if (set.kind === 'refused') return set
    whole.push(set)
  }
  if (whole.length === 0) return givenShares(data.tree, node)
  const judged = whole.find(({ consistency }) => consistency)?.consistency
  const sets = whole.map(({ shares }) => shares)
  return {
    kind: 'node',
    shares: combineWeights(sets, spec.by),
    notes: whole.flatMap(({ notes }) => notes),
    ...(judged ? { consistency: judged } : {}),
  }
}

/**
 * Weights of every indicator and node among its siblings. `spread` gives min–max scores of the indicators, null of nodes: methods on
 * data weigh by them where all parts of a node are indicators; other nodes keep the weights given.
 */
export const weigh = (tree: Tree, spec: Weighting, spread: (code: string) => Column | null): Weighed | Refusal => {
  const weights: Record<string, number> = {}
  const consistency: Record<string, Consistency> = {}
  const notes: Note[] = []
  for (const node of tree.nodes) {
    const done = weighNode(node, spec, { tree, columnOf: spread })
    if (done.kind === 'refused') return done
    node.parts.forEach((code, i) => {
      weights[code] = done.shares[i] ?? 0
    })
    if (done.consistency) consistency[node.code] = done.consistency
    notes.push(...done.notes)
  }
  return { kind: 'weights', weights, consistency, notes }
}

/** What each indicator's and node's weight comes to at the root: the product of the shares above it. */
export const effectiveWeights = (tree: Tree, weights: Readonly<Record<string, number>>): Record<string, number> => {
  const whole: Record<string, number> = { [tree.root]: 1 }
  for (const node of tree.nodes.toReversed())
    for (const code of node.parts) whole[code] = (whole[node.code] ?? 0) * (weights[code] ?? 0)
  return whole
}
