import type { Block, Paper, Run } from './paper.ts'
import { bodyRows } from './paper.ts'

/** A run and where it stands, in words a person can follow: `第3段`, `表1第2行第3列`. */
export type PlacedRun = { where: string; run: Run }

const place = (where: string, runs: readonly Run[]): PlacedRun[] => runs.map((run) => ({ where, run }))

const tableRuns = (table: Extract<Block, { kind: 'table' }>, name: string): PlacedRun[] =>
  bodyRows(table).flatMap((row, r) => row.cells.flatMap((cell, c) => place(`${name}第${r + 1}行第${c + 1}列`, cell)))

/**
 * Every run of a paper's body in printed order. Tables count apart from the other blocks, and headings, paragraphs,
 * list entries and notes count as paragraphs, as a reader counts them.
 */
export const walkRuns = (paper: Paper): readonly PlacedRun[] => {
  const placed: PlacedRun[] = []
  let paragraphs = 0
  let tables = 0
  for (const block of paper.blocks) {
    if (block.kind === 'table') {
      tables += 1
      placed.push(...tableRuns(block, `表${tables}`))
      continue
    }
    for (const runs of block.kind === 'list' ? block.items : [block.runs]) {
      paragraphs += 1
      placed.push(...place(`第${paragraphs}段`, runs))
    }
  }
  return placed
}
