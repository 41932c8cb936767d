import { describe, expect, it } from 'vitest'
import type { FindingRow } from '../../../api/types.ts'
import { choicesOf, narrowed, UNSET } from './filter-findings.ts'
import { inquiryText } from './inquiry-text.ts'

const row = (id: string, over: Partial<FindingRow>): FindingRow => ({
  id,
  kind: 'slowing',
  kindLabel: '较上期回落',
  indicator: 'gdp',
  label: '地区生产总值',
  indicatorLabel: '地区生产总值',
  region: '510700',
  regionName: '全市',
  scope: 'city',
  period: '2022Q1',
  sentences: [],
  questions: [],
  since: null,
  rarity: null,
  lacks: [],
  leadUnit: { id: 'tjj', name: '市统计局' },
  leader: null,
  marks: [],
  basis: null,
  drag: null,
  suggestedTitle: '',
  item: null,
  ...over,
})
const ALL = [
  row('a', {}),
  row('b', { kind: 'unusual', kindLabel: '变动少见', leadUnit: null }),
  row('c', { region: '510781', regionName: '江油市', scope: 'county', indicator: 'retail' }),
  row('d', { region: 'my-gaoxin', regionName: '高新区', scope: 'county' }),
]
const ids = (rows: readonly FindingRow[]) => rows.map(({ id }) => id).join('')

describe('narrowing the list', () => {
  it.each([
    [{}, 'abcd'],
    [{ kind: 'slowing' }, 'acd'],
    [{ region: 'city' }, 'ab'],
    [{ region: 'counties' }, 'cd'],
    [{ region: '510781' }, 'c'],
    [{ region: '510700' }, 'ab'],
    [{ unit: UNSET }, 'b'],
    [{ unit: 'tjj', indicator: 'gdp' }, 'ad'],
    [{ kind: 'none' }, ''],
  ])('%j leaves %s', (filter, left) => {
    expect(ids(narrowed(ALL, filter))).toBe(left)
  })

  it('a choice counts what it would leave, its own field not weighed', () => {
    const filter = { kind: 'unusual', region: 'city' }
    const kinds = choicesOf(narrowed(ALL, filter, 'kind'), ({ kind, kindLabel }) => ({ key: kind, label: kindLabel }))
    expect(kinds).toEqual([
      { key: 'slowing', label: '较上期回落', count: 1 },
      { key: 'unusual', label: '变动少见', count: 1 },
    ])
  })
})

describe('询问提纲 as a message', () => {
  it('is the unit, then a numbered line a question', () => {
    const said = [{ free: 'GDP' }, { text: '较上期' }, { figure: 'fig:x', shown: '回落2.1个百分点' }, { text: '？' }]
    expect(inquiryText({ unit: null, questions: [said, [{ text: '哪些安排？' }]] }, '市统计局')).toBe(
      '市统计局：\n1. GDP较上期回落2.1个百分点？\n2. 哪些安排？',
    )
  })
})
