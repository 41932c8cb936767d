import type { Block, PaperRow, Run } from '@yundiao/briefings'

type Inner = ReadonlySet<string>

const markRun = (run: Run, inner: Inner): Run => {
  if ('figure' in run) return inner.has(run.figure) ? { ...run, mark: '内部' } : run
  if ('formula' in run) return run.formula.inputs.some((input) => inner.has(input)) ? { ...run, mark: '内部' } : run
  return run
}

const markRow = (row: PaperRow, inner: Inner): PaperRow => ({
  ...row,
  cells: row.cells.map((cell) => cell.map((run) => markRun(run, inner))),
})

const markBlock = (block: Block, inner: Inner): Block => {
  if (block.kind === 'list')
    return { ...block, items: block.items.map((runs) => runs.map((run) => markRun(run, inner))) }
  if (block.kind !== 'table') return { ...block, runs: block.runs.map((run) => markRun(run, inner)) }
  return {
    ...block,
    ...(block.total ? { total: markRow(block.total, inner) } : {}),
    rows: block.rows.map((row) => markRow(row, inner)),
  }
}

/** Blocks with every number of, or worked out from, a figure not open to all marked 内部. */
export const markInner = (blocks: readonly Block[], inner: Inner): readonly Block[] =>
  inner.size === 0 ? blocks : blocks.map((block) => markBlock(block, inner))
