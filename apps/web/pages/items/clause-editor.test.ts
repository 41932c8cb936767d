import { describe, expect, it } from 'vitest'
import type { ClauseRow } from '../../api/types.ts'
import { acceptBody, draftOf } from './clause-editor.tsx'

const clause: ClauseRow = {
  id: 'c1',
  seq: 1,
  parent: null,
  level: 2,
  start: 1112,
  end: 1131,
  text: '推動簽約項目盡快落地、在建項目加快進度',
  simplified: '推动签约项目尽快落地、在建项目加快进度',
  heading: false,
  theme: 'projects',
  themeLabel: '项目',
  responsible: [],
  deadline: null,
  measures: [],
  disposition: 'pending',
  reason: null,
  item: null,
  suggestions: { leadUnit: { id: 'fgw', name: '市发展改革委' } },
  version: 3,
}

describe('acceptBody', () => {
  it('sends no owner, deadline or measure that nobody wrote, though one is suggested', () => {
    expect(acceptBody(clause, draftOf(clause))).toEqual({ version: 3, title: '推动签约项目尽快落地、在建项目加快进度' })
  })

  it('sends what a person adopted or filled in', () => {
    const draft = { ...draftOf(clause), leadUnit: 'fgw', deadline: '2022-06-30', measure: ' 开工20个 ' }
    expect(acceptBody(clause, draft)).toMatchObject({ leadUnit: 'fgw', deadline: '2022-06-30', measure: '开工20个' })
  })

  it('does not turn a deadline in words into a day', () => {
    expect(draftOf({ ...clause, deadline: '6月底前' }).deadline).toBe('')
  })
})
