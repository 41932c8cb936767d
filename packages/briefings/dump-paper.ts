import { bindingKey } from './binding-key.ts'
import { headRows } from './head-rows.ts'
import { headingNumbers } from './heading-numbers.ts'
import type { Block, Paper, PaperRow, Run } from './paper.ts'
import { bodyRows, checkCode, markText, runText } from './paper.ts'

const runDump = (run: Run): string => {
  if ('gap' in run) return `⟨${run.gap}⟩`
  const key = bindingKey(run)
  if (key === null) return runText(run)
  const mark = 'mark' in run ? markText(run.mark) : ''
  return `⟦${runText(run)}${mark}|${key}⟧`
}

const runsDump = (runs: readonly Run[]): string => runs.map(runDump).join('')

const rowDump = (row: PaperRow): string =>
  row.cells.map((cell, i) => (i === 0 ? '　'.repeat(row.indent ?? 0) : '') + runsDump(cell)).join(' │ ')

const tableDump = (table: Extract<Block, { kind: 'table' }>): string[] => [
  `[表] ${table.caption} ${table.unitLine}`.trimEnd(),
  ...headRows(table.columns).map((row) =>
    row.map((cell) => `${cell.label}(${cell.columnSpan}×${cell.rowSpan})`).join(' │ '),
  ),
  ...bodyRows(table).map(rowDump),
]

const blockDump = (block: Block, number: string): string[] => {
  switch (block.kind) {
    case 'heading':
      return [...(block.startsPage ? ['[另页]'] : []), `${'#'.repeat(block.level)} ${number}${runsDump(block.runs)}`]
    case 'paragraph':
      return [`${block.closes ? '[落款] ' : '　　'}${runsDump(block.runs)}`]
    case 'list':
      return block.items.map((runs) => `- ${runsDump(runs)}`)
    case 'note':
      return [`注：${runsDump(block.runs)}`]
    case 'table':
      return tableDump(block)
  }
}

/**
 * A paper as text for review as a diff: bound runs as `⟦shown|key⟧`, gaps as `⟨缺⟩`, heads with their spans.
 * Equal papers give equal text.
 */
export const dumpPaper = (paper: Paper): string => {
  const numbers = headingNumbers(paper.blocks)
  return [
    `《${paper.title}》`,
    ...(paper.subtitle === undefined ? [] : [paper.subtitle]),
    `${paper.kind} ${paper.city.code} 按${paper.asKnownOn}数据 ${paper.meeting ?? '未定会议'} 校验码${checkCode(paper.checkpoint)}`,
    ...paper.blocks.flatMap((block, i) => blockDump(block, numbers[i] ?? '')),
    `供稿：${paper.foot.preparedBy ?? '⟨待明确⟩'}`,
    '',
  ].join('\n')
}
