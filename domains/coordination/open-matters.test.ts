import { checkDefinition, parseEntry, planLedger, type Values } from '@yundiao/ledgers'
import { describe, expect, it } from 'vitest'
import type { ViewRow } from '../define.ts'
import { type Project, projects } from '../projects/index.ts'
import { type Matter, matters } from './ledger.ts'
import { openMatters } from './open-matters.ts'

const frame = { region: '510781', unit: null, demo: false, knownFrom: '2022-04-01' } as const

const filled = (definition: typeof matters | typeof projects, input: object): Values => {
  const parsed = parseEntry(definition, { ...input }, 'new')
  if (parsed.kind === 'invalid') throw new Error(parsed.errors[0]?.message)
  return parsed.values
}
const matter = (id: string, state: string, input: Partial<Matter> = {}): ViewRow<typeof matters> => ({
  ...frame,
  id,
  state,
  values: filled(matters, { matter: `事项${id}`, raisedOn: '2022-04-16', ...input }) as Matter,
})
const project = (id: string, input: Partial<Project>, state = '在建'): ViewRow<typeof projects> => ({
  ...frame,
  id,
  state,
  values: filled(projects, { name: `项目${id}`, ...input }) as Project,
})
const open = (data: Parameters<typeof openMatters.run>[0]) => openMatters.run(data, {}, '2022-04-26')
const need = { coordination: '请协调用地指标', coordinationLevel: '市级', coordinationUnit: 'zrzy' } as const

describe('matters', () => {
  it('is a definition a table can be made of', () => {
    expect(checkDefinition(matters)).toEqual([])
    expect(planLedger(null, matters)).toMatchObject({ kind: 'ok' })
  })
})

describe('openMatters', () => {
  it('unites the ledger and the monthly rows, and leaves the solved out', () => {
    const answer = open({
      matters: [matter('a', '待答复'), matter('b', '已解决'), matter('c', '退回补充'), matter('d', '已答复')],
      projects: [project('p', need), project('q', {}), project('r', need, '终止')],
    })
    expect(answer.rows.map(({ id }) => id)).toEqual(['p', 'a', 'c', 'd'])
    expect(answer.counts).toEqual({ open: 4, unanswered: 1, answered: 1, sentBack: 1, inReports: 1 })
    expect(answer.rows[0]).toMatchObject({
      title: need.coordination,
      source: '项目p',
      responsible: 'zrzy',
      waitingDays: 25,
    })
  })
  it.each([
    ['open: once', matter('a', '待答复', { sourceLedger: 'projects.project', sourceEntry: 'p' }), ['a']],
    [
      'solved after the report: not again',
      {
        ...matter('a', '已解决', { sourceLedger: 'projects.project', sourceEntry: 'p' }),
        knownFrom: '2022-04-20' as const,
      },
      [],
    ],
    [
      'solved before a newer report: again',
      {
        ...matter('a', '已解决', { sourceLedger: 'projects.project', sourceEntry: 'p' }),
        knownFrom: '2022-03-20' as const,
      },
      ['p'],
    ],
    [
      'of another project: both',
      matter('a', '待答复', { sourceLedger: 'projects.project', sourceEntry: 'x' }),
      ['p', 'a'],
    ],
  ])('a project whose need is a matter that is %s', (_, row, ids) =>
    expect(open({ matters: [row], projects: [project('p', need)] }).rows.map(({ id }) => id)).toEqual(ids),
  )
  it('gives the five that wait longest, the higher level first on one day, and counts levels nobody named', () => {
    const days = ['2022-04-20', '2022-03-01', '2022-04-20', '2022-04-25', '2022-04-24', '2022-04-26'] as const
    const levels = ['市级', '县级', '省级', null, null, '县级'] as const
    const rows = days.map((raisedOn, at) => matter(String(at), '待答复', { raisedOn, level: levels[at] ?? null }))
    const { worst, byLevel } = open({ matters: rows, projects: [] })
    expect(worst.map(({ id }) => id)).toEqual(['1', '2', '0', '4', '3'])
    expect(byLevel.map(({ n }) => n)).toEqual([1, 1, 2, 2])
  })
})
