import { expect, it } from 'vitest'
import type { Block, Paper, Run } from './paper.ts'
import { quotedLedgers } from './quoted-ledgers.ts'

const paperOf = (...blocks: Block[]): Paper => ({
  kind: 'answer-book',
  title: '备询手册',
  city: { code: '510700', name: '绵阳市' },
  asKnownOn: '2022-04-26',
  checkpoint: null,
  blocks,
  foot: { preparedBy: null },
})
const worked = (...inputs: string[]): Run => ({ formula: { id: 'sum', version: 1, inputs }, shown: '3' })

it('names the ledgers of rows, of what numbers are worked out from, wherever they stand', () => {
  const named: Run = { entry: 'projects.project/0190', text: '某项目' }
  const table: Block = {
    kind: 'table',
    caption: '',
    unitLine: '',
    columns: [{ label: '一', share: 1, align: 'left' }],
    total: { cells: [[worked('ledger:enterprises.dispatch', 'fig:x')]] },
    rows: [{ cells: [[worked('entry:coordination.matter/a', 'item:1')]] }],
  }
  expect(quotedLedgers(paperOf({ kind: 'list', items: [[named]] }, table))).toEqual([
    'coordination.matter',
    'enterprises.dispatch',
    'projects.project',
  ])
})

it('is empty for figures and items alone', () => {
  const runs: Run[] = [{ figure: 'fig:gdp/510700/2022Q1@1', shown: '1' }, { item: 'i', text: '事项' }, worked('item:i')]
  expect(quotedLedgers(paperOf({ kind: 'paragraph', runs }))).toEqual([])
})
