import { checkDefinition, parseEntry, planLedger } from '@yundiao/ledgers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dispatch, dispatch } from './dispatch.ts'
import { type DispatchRow, dispatchCells, enterpriseDrag } from './drag.ts'
import { INDUSTRIES } from './industries.ts'
import { industryTable, MERGED } from './industry-table.ts'

const YI = 1e8
const row = (id: string, input: Partial<Dispatch>, region = '510781', state = '在调度'): DispatchRow => {
  const parsed = parseEntry(dispatch, { name: `企业${id}`, period: '2022Q1', ...input }, 'new')
  if (parsed.kind === 'invalid') throw new Error(parsed.errors[0]?.message)
  return { id, region, unit: null, state, knownFrom: '2022-04-12', demo: false, values: parsed.values as Dispatch }
}
const steel = '黑色金属冶炼和压延加工业'

describe('重点工业企业调度表', () => {
  it('is a definition a table can be made of, over the 41 divisions, and says whose numbers it holds', () => {
    expect(checkDefinition(dispatch)).toEqual([])
    expect(planLedger(null, dispatch)).toMatchObject({ kind: 'ok' })
    expect(new Set(INDUSTRIES).size).toBe(41)
    expect([dispatch.title, dispatch.source]).toEqual([
      expect.stringContaining('调度'),
      expect.stringContaining('非统计联网直报'),
    ])
    for (const name of ['output', 'outputBefore', 'power', 'powerBefore'] as const)
      expect(dispatch.fields[name].sensitivity).toBe('firm')
  })
})

describe('enterpriseDrag', () => {
  it('region, industry, enterprise: the largest change first', () => {
    const { tree, leaves } = enterpriseDrag(
      [
        row('a', { industry: steel, output: 12 * YI, outputBefore: 14 * YI, cause: '检修' }),
        row('b', { industry: steel, output: 5 * YI, outputBefore: 4 * YI }),
        row('c', { output: 3 * YI, outputBefore: 3 * YI }, '510703'),
      ],
      '2022Q1',
    )
    expect(tree).toMatchObject({ now: 20 * YI, before: 21 * YI, change: -YI })
    expect(tree.children[0]?.children[0]?.children.map(({ key, change }) => [key, change])).toEqual([
      ['a', -2 * YI],
      ['b', YI],
    ])
    expect(leaves.get('a')).toMatchObject({ name: '企业a', cause: '检修' })
  })
  it('counts only what tells of the period, and says what it left out', () => {
    const rows = [
      row('a', { period: '2022-03', output: 1, outputBefore: 2, power: 5, powerBefore: 4 }),
      row('b', { period: '2021', output: 1, outputBefore: 2 }),
      row('c', { period: '三月', output: 1, outputBefore: 2 }),
      row('d', { output: 1 }),
      row('e', { output: 9, outputBefore: 9 }, '510781', '已调出'),
    ]
    expect(enterpriseDrag(rows, '2022Q1')).toMatchObject({
      tree: { now: 1, before: 2 },
      otherPeriod: 2,
      lacking: 1,
    })
    expect(enterpriseDrag(rows, '2022Q1', 'power').tree).toMatchObject({ now: 5, before: 4, respondents: 1 })
  })
})

describe('industryTable', () => {
  const cellsOf = (rows: DispatchRow[]) => dispatchCells(rows, '2022Q1', 'output').cells
  it('two enterprises in all: nothing at all', () =>
    expect(industryTable(cellsOf([row('a', { output: 1, outputBefore: 1 })]))).toEqual({ kind: 'too-few', least: 3 }))
  it('a region of two is no line of its own: its total would tell', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((id, at) =>
      row(id, { industry: steel, output: (at + 1) * YI, outputBefore: YI }, at < 2 ? '510727' : '510781'),
    )
    const table = industryTable(cellsOf(rows))
    expect(table).toMatchObject({ regions: [{ key: MERGED, members: ['510727', '510781'] }] })
  })
  it('one enterprise that holds nearly all of four hides its cell, now or then', () => {
    const rows = (['510781', '510703', '510704'] as const).flatMap((region) =>
      [0, 1, 2, 3].map((at) =>
        row(
          `${region}-${at}`,
          { industry: steel, output: YI, outputBefore: region === '510781' && at === 0 ? 500 * YI : YI },
          region,
        ),
      ),
    )
    const table = industryTable(cellsOf(rows))
    if (table.kind !== 'table') throw new Error('a table')
    const at = table.regions.findIndex(({ key }) => key === '510781')
    expect(table.cells[at]?.[0]).toEqual({ now: null, before: null, hidden: 'dominant', respondents: null })
  })
  it('every amount shown is the sum of what it stands for, and no cell of one or two is shown', () => {
    const anyRows = fc.array(
      fc.record({
        region: fc.constantFrom('510781', '510703', '510704', '510705'),
        industry: fc.constantFrom(...INDUSTRIES.slice(25, 30)),
        output: fc.integer({ min: 0, max: 1e9 }),
        before: fc.integer({ min: 0, max: 1e9 }),
      }),
      { minLength: 3, maxLength: 40 },
    )
    fc.assert(
      fc.property(anyRows, (some) => {
        const rows = some.map(({ region, industry, output, before }, at) =>
          row(String(at), { industry, output, outputBefore: before }, region),
        )
        const table = industryTable(cellsOf(rows))
        if (table.kind !== 'table') throw new Error('a table of three and more')
        table.cells.forEach((line, r) => {
          line.forEach((cell, c) => {
            const own = rows.filter(
              ({ region, values }) =>
                (table.regions[r]?.members.includes(region) ?? true) &&
                (table.industries[c]?.members.includes(values.industry ?? '') ?? true),
            )
            if (own.length > 0 && own.length < 3) expect(cell.hidden).toBe('few')
            if (cell.hidden === null)
              expect([cell.now, cell.respondents]).toEqual([
                own.reduce((sum, { values }) => sum + (values.output ?? 0), 0),
                own.length,
              ])
          })
        })
      }),
      { numRuns: 30 },
    )
  })
})
