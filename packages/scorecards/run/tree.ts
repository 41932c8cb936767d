import type { Indicator } from '../scheme/scheme.ts'
import { refuse } from './refuse.ts'
import type { Refusal } from './result.ts'

/** A node above others. `level`: 2 above indicators only, one more than the highest part otherwise. */
export type TreeNode = { code: string; parts: readonly string[]; level: number }

/** The hierarchy: indicators with values, nodes from the lowest up (the root last), and weights as given. */
export type Tree = {
  kind: 'tree'
  root: string
  leaves: readonly Indicator[]
  nodes: readonly TreeNode[]
  weights: Readonly<Record<string, number>>
  /** Named as `parent` but not listed: they weigh 1. */
  implied: readonly string[]
}

/** Code of the root where the scheme names none. */
export const TOTAL = 'total'

const twice = (codes: readonly string[]): string[] => codes.filter((code, i) => codes.indexOf(code) !== i)

const partsBelow = (indicators: readonly Indicator[]): Map<string, string[]> => {
  const below = new Map<string, string[]>()
  for (const { code, parent } of indicators) {
    if (parent === undefined) continue
    const parts = below.get(parent)
    if (parts) parts.push(code)
    else below.set(parent, [code])
  }
  return below
}

const levelled = (root: string, below: ReadonlyMap<string, readonly string[]>): TreeNode[] => {
  const nodes: TreeNode[] = []
  const visit = (code: string): number => {
    const parts = below.get(code)
    if (!parts) return 1
    const level = 1 + Math.max(...parts.map(visit))
    nodes.push({ code, parts, level })
    return level
  }
  visit(root)
  return nodes.sort((a, b) => a.level - b.level)
}

const isReached = (code: string, parents: ReadonlyMap<string, string | undefined>): boolean => {
  const seen = new Set<string>()
  for (let at: string | undefined = code; at !== undefined; at = parents.get(at)) {
    if (seen.has(at)) return false
    seen.add(at)
  }
  return true
}

const faultOf = (indicators: readonly Indicator[]): Refusal | null => {
  const codes = indicators.map(({ code }) => code)
  const parents = new Map(indicators.map(({ code, parent }) => [code, parent]))
  if (codes.length === 0) return refuse('scheme', '方案里没有指标，请至少列出一项')
  const double = twice(codes)
  if (double.length > 0) return refuse('scheme', `指标代码重复：${double.join('、')}，请改成不同的代码`, double)
  const lost = codes.filter((code) => !isReached(code, parents))
  if (lost.length > 0) return refuse('scheme', `指标的上级成环：${lost.join('、')}，请改正 parent`, lost)
  const wrong = indicators.filter(({ weight }) => !(weight >= 0) || !Number.isFinite(weight)).map(({ code }) => code)
  if (wrong.length > 0) return refuse('scheme', `权重应为不小于 0 的数：${wrong.join('、')}`, wrong)
  return null
}

/**
 * The hierarchy of a scheme. A parent that is not listed is taken as a node that weighs 1; several tops come under a root
 * `total`; a single top with parts is the root itself.
 */
export const buildTree = (indicators: readonly Indicator[]): Tree | Refusal => {
  const fault = faultOf(indicators)
  if (fault) return fault
  const below = partsBelow(indicators)
  const listed = new Set(indicators.map(({ code }) => code))
  // What names an unlisted `total` lies right below the root, as what names nothing does.
  const right = listed.has(TOTAL) ? [] : (below.get(TOTAL) ?? [])
  if (right.length > 0) below.delete(TOTAL)
  const implied = [...below.keys()].filter((code) => !listed.has(code))
  const tops = [
    ...indicators.filter(({ code, parent }) => parent === undefined || right.includes(code)).map(({ code }) => code),
    ...implied,
  ]
  const [only] = tops
  const isRooted = right.length === 0 && tops.length === 1 && only !== undefined && below.has(only)
  const root = isRooted ? only : listed.has(TOTAL) ? '总分' : TOTAL
  if (!isRooted) below.set(root, tops)
  const nodes = levelled(root, below)
  const weights = Object.fromEntries([
    ...implied.map((code) => [code, 1] as const),
    ...indicators.map(({ code, weight }) => [code, weight] as const),
  ])
  const idle = nodes.filter(({ parts }) => parts.every((code) => (weights[code] ?? 0) === 0)).map(({ code }) => code)
  if (idle.length > 0) return refuse('scheme', `下级权重全为 0：${idle.join('、')}`, idle)
  const sumOf = (parts: readonly string[]): number => parts.reduce((sum, code) => sum + (weights[code] ?? 0), 0)
  const vast = nodes.filter(({ parts }) => !Number.isFinite(sumOf(parts))).map(({ code }) => code)
  if (vast.length > 0) return refuse('scheme', `下级权重太大，加不起来：${vast.join('、')}，请同比缩小`, vast)
  return { kind: 'tree', root, leaves: indicators.filter(({ code }) => !below.has(code)), nodes, weights, implied }
}
