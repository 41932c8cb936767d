import { describe, expect, it } from 'vitest'
import type { ViewRow } from '../define.ts'
import { type Project, projects } from './ledger.ts'
import { waitingAfter, waitingProjects } from './waiting.ts'

const blank = Object.fromEntries(Object.keys(projects.fields).map((name) => [name, null])) as unknown as Project

const row = (id: string, state: string, values: Partial<Project>): ViewRow<typeof projects> => ({
  id,
  region: '510781',
  unit: null,
  state,
  knownFrom: '2022-03-25',
  demo: false,
  values: { ...blank, name: id, ...values },
})

describe('waitingAfter', () => {
  it.each([
    ['a quarter of the plan after three months is in time', 25, []],
    ['a little less is behind', 24.9, ['欠序时']],
    ['nothing done is behind by all of it', 0, ['欠序时']],
  ])('%s', (_, done, states) =>
    expect(
      waitingAfter([row('a', '在建', { planYear: 100, doneThisYear: done })], 3).map(({ state }) => state),
    ).toEqual(states),
  )

  it.each([
    ['planned for the month gone by', '3月', '前期', ['应开未开']],
    ['planned for the next month', '4月', '前期', []],
    ['planned in words', '上半年', '前期', []],
    ['already begun', '3月', '开工', []],
  ])('%s', (_, planStartMonth, state, states) =>
    expect(waitingAfter([row('a', state, { planStartMonth })], 3).map((one) => one.state)).toEqual(states),
  )

  it('takes what says it is not in the statistics, not what does not say', () => {
    const rows = [
      row('a', '开工', { inStatistics: false, startedOn: '2022-03-10' }),
      row('b', '开工', { inStatistics: null }),
      row('c', '竣工', { inStatistics: false }),
    ]
    expect(waitingAfter(rows, 3)).toMatchObject([{ id: 'a', state: '开工未入统', startedOn: '2022-03-10' }])
  })

  it('judges nothing without a plan or a report', () => {
    const rows = [
      row('a', '在建', { planYear: null, doneThisYear: 1 }),
      row('b', '在建', { planYear: 100, doneThisYear: null }),
    ]
    expect(waitingAfter(rows, 3)).toEqual([])
  })

  it('gives one of each state in turn, the widest gap first', () => {
    const rows = [
      row('a', '在建', { planYear: 100, doneThisYear: 20 }),
      row('b', '在建', { planYear: 100, doneThisYear: 5, inStatistics: false }),
      row('c', '前期', { planStartMonth: '2月' }),
    ]
    expect(waitingAfter(rows, 3).map(({ id, state }) => `${id}${state}`)).toEqual([
      'b欠序时',
      'c应开未开',
      'b开工未入统',
      'a欠序时',
    ])
  })
})

it('[projects.waiting] refuses months that are none', () =>
  expect(() => waitingProjects.answer({ projects: [] }, { months: '13' }, '2022-04-26')).toThrow())
