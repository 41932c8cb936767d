import { describe, expect, it } from 'vitest'
import { checkBinding } from './check-binding.ts'
import type { Block, Paper } from './paper.ts'

const paperOf = (blocks: readonly Block[]): Paper => ({
  kind: 'test',
  title: '2022年题',
  city: { code: '510700', name: '绵阳市' },
  asKnownOn: '2022-04-26',
  checkpoint: null,
  blocks,
  foot: { preparedBy: null },
})

describe('checkBinding', () => {
  it('sorts numerals into bound, declared free and unbound, with places', () => {
    const binding = checkBinding(
      paperOf([
        { kind: 'heading', level: 1, runs: [{ text: '情况' }] },
        {
          kind: 'paragraph',
          runs: [
            { free: '4月26日', as: 'date' },
            { text: '，投资增长12.5%，' },
            { figure: 'fig:a', shown: '同比增长6.6%' },
            { item: 'i1', text: '完成60%' },
            { gap: '未公布' },
          ],
        },
        {
          kind: 'table',
          caption: '表',
          unitLine: '',
          columns: [{ label: '1—3月', share: 1, align: 'left' }],
          total: { cells: [[{ text: '9' }]] },
          rows: [{ cells: [[{ formula: { id: 'f', version: 1, inputs: [] }, shown: '3', mark: '测算' }]] }],
        },
        { kind: 'list', items: [[{ text: '无' }], [{ text: '共2项' }]] },
      ]),
    )
    expect(binding).toEqual({
      numerals: 8,
      bound: 3,
      declaredFree: 2,
      unbound: [
        { where: '第2段', text: '12.5' },
        { where: '表1第1行第1列', text: '9' },
        { where: '第4段', text: '2' },
      ],
    })
  })
})
