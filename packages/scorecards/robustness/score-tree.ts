import type { Tree } from '../run/tree.ts'

/** A node above others: its level (2 above indicators only), and the places of the parts below it. */
export type PlacedNode = { code: string; level: number; parts: readonly number[] }

/**
 * A hierarchy laid flat for loops that run thousands of times. Places count the indicators first, in the scheme's
 * order, then the nodes from the lowest up, the root last.
 */
export type ScoreTree = {
  codes: readonly string[]
  leaves: number
  nodes: readonly PlacedNode[]
  /** By place; 1 for indicators. */
  levels: readonly number[]
}

/** A tree laid flat. */
export const scoreTree = ({ leaves, nodes }: Tree): ScoreTree => {
  const codes = [...leaves, ...nodes].map(({ code }) => code)
  const place = new Map(codes.map((code, i) => [code, i]))
  return {
    codes,
    leaves: leaves.length,
    nodes: nodes.map(({ code, level, parts }) => ({ code, level, parts: parts.map((part) => place.get(part) ?? 0) })),
    levels: [...leaves.map(() => 1), ...nodes.map(({ level }) => level)],
  }
}
