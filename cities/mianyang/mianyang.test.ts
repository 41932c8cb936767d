import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { economyCatalogue } from '@yundiao/domains/economy'
import {
  boardOf,
  type FigureDraft,
  type FoundFigure,
  indicatorPage,
  knownOn,
  printFigureRef,
  printSeries,
} from '@yundiao/figures'
import { regionTree } from '@yundiao/kernel'
import { describe, expect, it } from 'vitest'
import { mianyang } from './index.ts'
import { TOWNS } from './towns.ts'

const data = new URL('./data/', import.meta.url)
const read = (path: string) => {
  const bytes = readFileSync(new URL(path, data))
  return { text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') }
}
const loaded = mianyang.loadFigures(read)
const { targets, rejects: targetRejects } = mianyang.loadTargets(read)

const found = (draft: FigureDraft): FoundFigure => ({
  series: draft.series,
  region: draft.region,
  period: draft.period,
  value: draft.value,
  printed: draft.printed,
  printedUnit: draft.printedUnit,
  ref: printFigureRef({ city: '510700', series: draft.series, region: draft.region, period: draft.period, vintage: 1 }),
  round: draft.round,
  state: draft.releaseState,
  knownOn: draft.knownOn ?? null,
})
const boardOn = (on: '2022-04-19' | '2022-04-20' | '2022-04-21' | '2022-04-26', self = '510700', period = '2022Q1') =>
  boardOf({
    catalogue: economyCatalogue,
    figures: knownOn(loaded.drafts, on, '2026-01-01').map(found),
    targets,
    period,
    regions: { self, province: '510000', nation: '000000' },
    on,
  })
const board = boardOn('2022-04-26')
const row = (code: string, of = board) => {
  const item = [...of.rows, ...of.supplement].find((candidate) => candidate.indicator.code === code)
  if (!item) throw new Error(`no row ${code}`)
  return item
}
const points = (outcome: { kind: string; value?: number }) => Math.round((outcome.value ?? Number.NaN) * 1e6) / 1e4

describe('the files of the pack', () => {
  it('are read whole: no reject, no two files that disagree', () => {
    expect(loaded.rejects).toEqual([])
    expect(loaded.conflicts).toEqual([])
    expect(targetRejects).toEqual([])
    expect(loaded.drafts.length).toBeGreaterThan(4_000)
  })

  it('name file, cell and characters in every passport', () => {
    const lines = new Map(mianyang.dataFiles.map((path) => [read(path).sha256, path]))
    expect(loaded.drafts.every((draft) => draft.passport.kind === 'cell' && lines.has(draft.passport.file))).toBe(true)
    const gdp = loaded.drafts.find((draft) => draft.printed === '784.28')
    expect(gdp?.passport).toMatchObject({ sheet: 'mianyang/mianyang_2022q1.csv', cell: 'G2', raw: '784.28' })
  })

  it('keep every series in one unit', () => {
    const units = new Map<string, string>()
    for (const { series, unit } of loaded.drafts) {
      const text = printSeries(series)
      expect(units.get(text) ?? unit).toBe(unit)
      units.set(text, unit)
    }
  })

  it('never give two figures for one series, region and period', () => {
    const keys = loaded.drafts.map((draft) => found(draft).ref)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the board of 26 April 2022', () => {
  it('shows GDP 784.28, +6.6, beside the province 5.3 and the nation 4.8', () => {
    const gdp = row('gdp')
    expect(gdp.level).toMatchObject({ kind: 'figure', value: 78_428_000_000, figure: { printed: '784.28' } })
    expect(gdp.growth).toMatchObject({ kind: 'figure', value: 0.066 })
    expect(gdp.compare.province).toMatchObject({
      kind: 'derived',
      mark: '测算',
      inputs: [
        'fig:510700/gdp.growth-real.ytd.official/510700/2022Q1@1',
        'fig:510700/gdp.growth-real.ytd.official/510000/2022Q1@1',
      ],
    })
    expect(points(gdp.compare.province)).toBe(1.3)
    expect(points(gdp.compare.nation)).toBe(1.8)
    expect(points(gdp.compare.lastPeriod)).toBe(-2.1)
    expect(gdp.compare.lastYear).toMatchObject({ kind: 'refused', reason: 'input-missing' })
  })

  it('ranks second by total and fourth by growth; the move is refused without last period’s rank', () => {
    expect(row('gdp').ranks).toMatchObject({
      total: { value: 2 },
      growth: { value: 4 },
      move: { kind: 'refused', reason: 'input-missing' },
    })
  })

  it('has seven declared gaps', () => {
    expect(board.missing.gaps).toEqual(['fai', 'retail', 'trade', 'budget', 'inc_u', 'inc_r', 'cpi'])
    expect(row('loans').missing).toBe('unreported')
  })

  it('judges nothing: the city’s 2022 targets are not known, those of province and nation stand beside', () => {
    for (const item of [...board.rows, ...board.supplement]) expect(item.state.state).toBe('未评')
    expect(row('gdp')).toMatchObject({
      state: { reason: 'target-missing' },
      required: { kind: 'refused', reason: 'target-missing', message: '不能计算：目标待明确' },
      targets: { province: { operator: '≈', value: 0.065 }, nation: { operator: '≈', value: 0.055 } },
    })
  })

  it('reads lagging industry figures at 1—2月 and single-quarter national growth as the first quarter', () => {
    expect(row('ind_profit')).toMatchObject({ period: '2022-02', level: { value: 2_038_000_000 } })
    expect(row('va2').nationGrowth).toMatchObject({ kind: 'figure', value: 0.058 })
  })

  it.each([
    ['2022-04-19', 'unreported', 'unreported', 0.048],
    ['2022-04-20', 'unreported', 'figure', 0.048],
    ['2022-04-21', 'figure', 'figure', 0.048],
  ] as const)('on %s the city is %s, the province %s', (on, city, province, nation) => {
    const gdp = row('gdp', boardOn(on))
    expect([gdp.growth.kind, gdp.provinceGrowth.kind]).toEqual([city, province])
    expect(gdp.nationGrowth).toMatchObject({ value: nation })
    expect(gdp.ranks.total.kind).toBe('unreported')
  })

  it('does not show on that day what was exported or revised later', () => {
    const level = loaded.drafts.find(
      (draft) => draft.region === '000000' && draft.series.indicator === 'gdp' && draft.printed === '277175.8',
    )
    expect((level?.knownOn ?? '') > '2022-04-26').toBe(true)
    expect(targets.filter((target) => target.region === '510700' && target.year === 2023)).toHaveLength(10)
    expect(row('gdp', boardOn('2022-04-26', '510700', '2023')).targets.self).toBeNull()
  })

  it('refuses across concepts: 涪城 2018 is 区属, the whole district is not', () => {
    const gdp = row('gdp', boardOn('2022-04-26', '510703', '2018'))
    expect(gdp.growth).toMatchObject({ figure: { series: { concept: '区属' } } })
    const page = indicatorPage(economyCatalogue.t1[0] ?? gdp.indicator, loaded.drafts.map(found), [
      '510703',
      'my-jingkai',
    ])
    expect(page.breaks.map((item) => [item.region, item.concepts])).toEqual([
      ['510703', ['default', '区属']],
      ['my-jingkai', ['default', '商务平台']],
      ['my-jingkai', ['default', '商务平台']],
    ])
  })
})

describe('regions, units and duties', () => {
  const tree = regionTree(mianyang.regions)
  it('hold nine counties in the city’s order, five zones apart and 167 towns', () => {
    const children = tree.children('510700')
    expect(children.filter((item) => item.kind === 'county').map((item) => item.shortName)).toEqual([
      '涪城',
      '游仙',
      '安州',
      '江油',
      '三台',
      '盐亭',
      '梓潼',
      '北川',
      '平武',
    ])
    expect(children.filter((item) => item.kind === 'zone')).toHaveLength(5)
    expect(tree.subtree('510700').filter((item) => item.kind === 'town')).toHaveLength(167)
    expect(tree.all.filter((item) => item.kind === 'peer')).toHaveLength(20)
  })

  it('list the towns of the file', () => {
    const lines = read('admin/mianyang_towns.csv').text.trim().split('\n').slice(1)
    expect(TOWNS.map(([code, name]) => `${code},${name}`)).toEqual(
      lines.map((line) => line.split(',').slice(0, 2).join(',')),
    )
  })

  it('map every duty the catalogue names to a unit of the pack, or say 待明确', () => {
    const units = new Set(mianyang.units.map((unit) => unit.id))
    expect(units.size).toBe(mianyang.units.length)
    for (const { unit } of mianyang.duties) expect(unit === null || units.has(unit)).toBe(true)
    const duties = new Set(mianyang.duties.map((item) => item.duty))
    for (const item of economyCatalogue.all) expect(duties.has(item.leadDuty)).toBe(true)
  })
})
