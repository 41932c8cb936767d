import { describe, expect, it } from 'vitest'
import type { ItemView, LinkView } from '../../api/types.ts'
import { closureBasis, closureLack, figuresNamed } from './closing-evidence.ts'

const link = (ledger: string, changes: number): LinkView => ({
  id: `${ledger}${changes}`,
  ledger,
  entry: 'e',
  label: '一行',
  state: '在建',
  since: '2022-04-26',
  changes: Array.from({ length: changes }, () => ({ at: '2022-04-27T00:00:00Z', by: '江油市', lines: ['投产'] })),
})
const view = (measure: string | null, links: LinkView[], lines: string[] = []) =>
  ({
    item: { measure },
    links,
    history: [{ at: '', by: '', what: '修改', lines }],
  }) as unknown as ItemView

describe('what a closure lacks', () => {
  it.each([
    ['figure', null, [], 'figure'],
    ['figure', '6.5%以上', [link('projects.project', 1)], 'figure'],
    ['figure', null, [link('figure', 0)], 'measure'],
    ['figure', '6.5%以上', [link('figure', 0)], null],
    ['ledger', null, [link('figure', 3)], 'entry'],
    ['ledger', null, [link('projects.project', 0)], 'move'],
    ['ledger', null, [link('projects.project', 0), link('land.parcel', 1)], null],
    ['product', null, [], null],
    ['decision', null, [], null],
    ['standing', null, [], null],
    [null, null, [], null],
  ] as const)('%s, measure %s', (kind, measure, links, lack) =>
    expect(closureLack(view(measure, [...links]), kind)).toBe(lack),
  )
})

it('finds the basis among the lines of the life of an item', () => {
  expect(closureBasis(view(null, [], ['办理状态：未启动 → 已办结', '办结依据（审定型）：市长 2022-04-26 审定']))).toBe(
    '审定型：市长 2022-04-26 审定',
  )
  expect(closureBasis(view(null, [], ['说明：办结依据另附']))).toBeNull()
})

it('names a figure by what it is and its value, and leaves one out of sight as it stands', () => {
  const gdp = { ...link('figure', 0), entry: 'fig:a@1', label: '绵阳 一季度 GDP', state: '6.6%' }
  expect(figuresNamed({ links: [gdp] }, '指标 fig:a@1，6.5%以上')).toBe('指标 绵阳 一季度 GDP 6.6%，6.5%以上')
  expect(figuresNamed({ links: [] }, '指标 fig:a@1')).toBe('指标 fig:a@1')
})
