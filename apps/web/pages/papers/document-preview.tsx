import type { Block, Paper, PaperRow, Run } from '@yundiao/briefings'
import { DataTable } from '@yundiao/ui'
import type { ReactNode } from 'react'
import { BoundText, ItemTitles } from './bound-text.tsx'

type Table = Extract<Block, { kind: 'table' }>

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const numberOf = (level: number, n: number): string => {
  const han = HAN[n - 1] ?? String(n)
  return [`${han}、`, `（${han}）`, `${n}.`, `（${n}）`][level - 1] ?? ''
}

/** The number before each heading, as the Word file prints it. */
const headingNumbers = (blocks: readonly Block[]): string[] => {
  const counts = [0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return ''
    const at = block.level - 1
    counts[at] = (counts[at] ?? 0) + 1
    counts.fill(0, at + 1)
    return numberOf(block.level, counts[at] ?? 0)
  })
}

type KeyedRow = { row: PaperRow; key: string; group: { key: string; title: ReactNode } | null }

/** Rows with the title that stands above them; a title alone on its row becomes the head of what follows. */
const keyedRows = ({ total, rows }: Table): KeyedRow[] => {
  let group: KeyedRow['group'] = null
  return [...(total ? [total] : []), ...rows].flatMap((row, i) => {
    const isSection = row.section === true && row.cells.length === 1
    if (isSection) group = { key: String(i), title: <BoundText runs={row.cells[0] ?? []} /> }
    return isSection ? [] : [{ row, key: String(i), group }]
  })
}

const TableView = ({ table }: { table: Table }) => {
  const rows = keyedRows(table)
  return (
    <figure className="paper-table">
      <figcaption>
        {table.caption}
        {table.unitLine === '' ? null : <span className="note"> {table.unitLine}</span>}
      </figcaption>
      <div className="scroll">
        <DataTable
          label={table.caption}
          rows={rows}
          rowKey={(one) => one.key}
          className="ruled"
          groupOf={rows.some(({ group }) => group !== null) ? ({ group }) => group : undefined}
          columns={table.columns.map((column, i) => ({
            id: String(i),
            label: column.label,
            under: column.under,
            align: column.align,
            cell: ({ row }: KeyedRow) => (
              <span className={i === 0 && (row.indent ?? 0) > 0 ? `indent-${Math.min(row.indent ?? 0, 2)}` : undefined}>
                <BoundText runs={row.cells[i] ?? []} />
              </span>
            ),
          }))}
        />
      </div>
    </figure>
  )
}

const BlockView = ({ block, number }: { block: Block; number: string }) => {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h3' : 'h4'
      return (
        <Heading>
          {number}
          <BoundText runs={block.runs} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p className={block.closes ? 'closes' : undefined}>
          <BoundText runs={block.runs} />
        </p>
      )
    case 'list':
      return (
        <>
          {block.items.map((runs, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed text does not change its order
            <p key={i}>
              <BoundText runs={runs} />
            </p>
          ))}
        </>
      )
    case 'note':
      return (
        <p className="note">
          注：
          <BoundText runs={block.runs} />
        </p>
      )
    case 'table':
      return <TableView table={block} />
  }
}

const runsOf = (block: Block): readonly Run[] => {
  if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.flat())
  return block.kind === 'list' ? block.items.flat() : block.runs
}

/** What items and rows of ledgers are first called, for counts of them. */
const titlesOf = (blocks: readonly Block[]): ReadonlyMap<string, string> => {
  const titles = new Map<string, string>()
  for (const run of blocks.flatMap(runsOf)) {
    const key = 'item' in run ? run.item : 'entry' in run ? `entry:${run.entry}` : null
    if (key !== null && 'text' in run && !titles.has(key)) titles.set(key, run.text)
  }
  return titles
}

/** The blocks of a paper, to be read on a screen: every number opens its 出处, every item and ledger row itself. */
export const PaperBlocks = ({ blocks }: { blocks: readonly Block[] }) => {
  const numbers = headingNumbers(blocks)
  return (
    <ItemTitles value={titlesOf(blocks)}>
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printed text does not change its order
        <BlockView key={i} block={block} number={numbers[i] ?? ''} />
      ))}
    </ItemTitles>
  )
}

/** A paper as it was printed, to be read on a screen. */
export const DocumentPreview = ({ paper }: { paper: Paper }) => (
  <article className="paper-text">
    <h2>{paper.title}</h2>
    {paper.subtitle ? <p className="subtitle">{paper.subtitle}</p> : null}
    <PaperBlocks blocks={paper.blocks} />
  </article>
)
