import { economyCatalogue } from '@yundiao/domains/economy'
import { describe, expect, it } from 'vitest'
import type { LedgerRow } from '../../../api/types.ts'
import { findLeads, leadsBeside } from './find-leads.ts'

const indicators = economyCatalogue.all.map(({ code, name, shortName }) => ({
  code,
  name,
  label: shortName,
  indent: 0,
  unitShown: '',
}))
const ledger = (id: string, title: string): LedgerRow => ({ id, title, owner: null, rows: 1, may: { write: false } })
const ledgers = [ledger('projects.project', '重点项目台账'), ledger('land.parcel', '闲置土地处置台账')]
const keys = (typed: string, held = ledgers): string[] =>
  findLeads(typed, { indicators, ledgers: held }).map((lead) => {
    if (lead.kind === 'view') return lead.view
    if (lead.kind === 'indicator') return lead.code
    return lead.kind === 'ledger' ? [lead.id, lead.state].filter(Boolean).join(' ') : lead.kind
  })

describe('findLeads', () => {
  it.each([
    ['哪些指标倒数', ['compare', 'points']],
    ['倒数', ['compare', 'points']],
    ['物价', ['cpi']],
    ['CPI', ['cpi']],
    ['利润多少亿元', ['board', 'ind_profit']],
    ['招商', ['projects.project 招商在谈', 'projects.project']],
    ['到位资金', ['projects.project 招商在谈', 'projects.project']],
    ['土地', ['land.parcel']],
    ['闲置土地处置', ['land.parcel']],
    ['亿元', ['board']],
    ['谁拉动 最多', ['drags']],
    ['全年能不能完成', ['outlook']],
    ['外星', []],
    ['  ', []],
  ])('%s', (typed, found) => expect(keys(typed)).toEqual(found))
  it('names no ledger the reader may not open', () => expect(keys('招商', [])).toEqual([]))
  it('beside found questions leaves out the figures they are about', () =>
    expect(leadsBeside(findLeads('失业率', { indicators, ledgers }), [{ id: 'indicator:unemp_reg' }])).toEqual([
      { kind: 'indicator', code: 'unemp_survey', name: '城镇调查失业率' },
    ]))
})
