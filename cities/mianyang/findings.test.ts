import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  type Finding,
  type FindingsInput,
  findings,
  inquiries,
  quickReport,
  type Said,
  saidFigures,
  saidText,
} from '@yundiao/analysis'
import { economyCatalogue, SUMS } from '@yundiao/domains/economy'
import { type FigureDraft, type FoundFigure, knownOn, printFigureRef } from '@yundiao/figures'
import { type LocalDate, regionTree } from '@yundiao/kernel'
import { describe, expect, it } from 'vitest'
import { demoFigures } from './demo/figures.ts'
import { mianyang } from './index.ts'

const data = new URL('./data/', import.meta.url)
const read = (path: string) => {
  const bytes = readFileSync(new URL(path, data))
  return { text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') }
}
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
const all = [...mianyang.loadFigures(read).drafts, ...demoFigures]
const inputOn = (on: LocalDate, over: Partial<FindingsInput> = {}): FindingsInput => ({
  catalogue: economyCatalogue,
  figures: knownOn(all, on, '2026-01-01').map(found),
  targets: mianyang.loadTargets(read).targets,
  tree: regionTree(mianyang.regions),
  regions: { self: '510700', province: '510000', nation: '000000' },
  period: '2022Q1',
  sums: SUMS,
  on,
  ...over,
})
const input = inputOn('2022-04-26')
const list = findings(input)
const textOf = ({ sentences }: Finding): string => sentences.map(saidText).join('')

describe('绵阳市 2022年一季度, published figures', () => {
  it('says what lags, weightiest first', () =>
    expect(list.filter(({ mark }) => mark === null).map((finding) => `${finding.kind} ${textOf(finding)}`)).toEqual([
      'slowing 地区生产总值同比增长6.6%，较上年全年回落2.1个百分点。其中第三产业增加值增速回落3.1个百分点，影响最大。地区生产总值增速高于全省1.3个百分点。',
      'slowing 第三产业增加值同比增长6.2%，较上年全年回落3.1个百分点。增速高于全省1.4个百分点。',
      'below-province 2022年1—2月规模以上工业企业利润总额同比增长16.6%，低于全省13.7个百分点。',
      'slowing 第二产业增加值同比增长7.6%，较上年全年回落0.8个百分点。增速高于全省1.2个百分点。',
      'part-drags 地区生产总值同比增长6.6%，其中第三产业增加值同比增长6.2%，低于总体0.4个百分点，拉动3.36个百分点（测算）。第一产业增加值拉动0.30个百分点、第二产业增加值拉动2.98个百分点（测算）。第三产业增加值增速高于全省1.4个百分点。',
      'slowing 第一产业增加值同比增长4.5%，较上年全年回落3.0个百分点。增速高于全省0.2个百分点。',
    ]))

  it('weighs by points of the city’s whole: 二产 is 0.4 of 地区生产总值', () => {
    const second = list.find(({ id }) => id === 'slowing:va2:510700:2022Q1')
    expect(second?.effect).toBeCloseTo(0.008 * (310.31 / 784.28), 9)
  })

  it('has ids that do not repeat, and figures of each that the reader may open', () => {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    const known = new Set(input.figures.map(({ ref }) => ref))
    for (const finding of list) {
      expect(finding.figures.length).toBeGreaterThan(0)
      expect(finding.sentences.length).toBeGreaterThan(0)
      expect(finding.sentences.length).toBeLessThanOrEqual(3)
      for (const sentence of finding.sentences) expect(saidText(sentence)).toMatch(/^[^。]+。$/u)
      expect(finding.figures.filter((ref) => !known.has(ref))).toEqual([])
      const said = [...finding.sentences, ...finding.questions].flatMap(saidFigures)
      expect(new Set(finding.figures)).toEqual(new Set(said))
    }
  })

  it('is the same whatever the order of the figures', () =>
    expect(findings(inputOn('2022-04-26', { figures: [...input.figures].reverse() }))).toEqual(list))

  it('knows on 20 April nothing of the city', () =>
    expect(findings(inputOn('2022-04-20')).filter(({ mark }) => mark === null)).toEqual([]))
})

describe('every digit', () => {
  const bare = (said: readonly Said[]) => said.filter((part) => 'text' in part && /\d/u.test(part.text))
  it.each(['2022Q1', '2021', '2021Q3', '2021Q2', '2018', '2020Q2'])(
    'of %s is a figure’s, a formula’s or free',
    (period) => {
      for (const { sentences, questions } of findings(inputOn('2022-04-26', { period })))
        expect([...sentences, ...questions].flatMap(bare)).toEqual([])
      expect(quickReport(inputOn('2022-04-26', { period })).sentences.flatMap(bare)).toEqual([])
    },
  )
  it('and free ones are a period, a count or a name', () => {
    const names = new Set([...economyCatalogue.all.map(({ name }) => name), ...input.tree.all.map(({ name }) => name)])
    const free = list.flatMap(({ sentences }) =>
      sentences.flat().flatMap((part) => ('free' in part ? [part.free] : [])),
    )
    const isPeriod = (text: string): boolean =>
      /^(?:\d{4}年|上年)(?:(?:一|前三)季度|上半年|全年|\d+—\d+月)?$/u.test(text)
    for (const text of free)
      expect(
        isPeriod(text) || /^\d+$/u.test(text) || names.has(text) || text.split('、').every((name) => names.has(name)),
      ).toBe(true)
  })
  it('that a sentence says can be reckoned from its figures: 6.6 less 8.7', () => {
    const gdp = list.find(({ id }) => id === 'slowing:gdp:510700:2022Q1')
    expect(gdp?.sentences[0]?.at(-2)).toEqual({
      formula: {
        id: 'growth.difference',
        version: 1,
        inputs: [
          'fig:510700/gdp.growth-real.ytd.official/510700/2022Q1@1',
          'fig:510700/gdp.growth-real.ytd.official/510700/2021@1',
        ],
      },
      shown: '回落2.1个百分点',
    })
  })
})

describe('demonstration figures', () => {
  const demo = list.filter(({ mark }) => mark === '演示')
  it('are told after the published, say so first, and rest on demonstration figures alone', () => {
    expect(demo.length).toBeGreaterThan(5)
    expect(list.slice(-demo.length)).toEqual(demo)
    for (const { sentences, figures } of demo) {
      expect(saidText(sentences[0] ?? [])).toMatch(/^（演示）/u)
      for (const ref of figures) expect(ref).toContain('.department~演示')
    }
  })
  it('published ones rest on none of them', () => {
    for (const { figures } of list.filter(({ mark }) => mark === null))
      for (const ref of figures) expect(ref).not.toContain('演示')
  })
  it('name the counties behind in the city’s order, and 江油 as what weighs most', () => {
    const gdp = demo.find(({ id }) => id === 'counties-behind:gdp:510700:2022Q1:demo-department')
    expect(gdp && textOf(gdp)).toMatch(
      /江油市（.*盐亭县（.*平武县（.*其中江油市影响最大，拉低全市0\.\d\d个百分点（测算）。/u,
    )
  })
})

describe('快报', () => {
  it('reads as the office sends it, at most 200 characters', () => {
    const report = quickReport(input)
    expect(report.text).toBe(
      '2022年一季度，绵阳市地区生产总值784.28亿元、增长6.6%，高于全省1.3个百分点，总量居全省第2位、增速居全省第4位。其中，一产增长4.5%，二产增长7.6%，三产增长6.2%。规模以上工业增加值增长8.9%，高于全省0.8个百分点。全社会用电量39.16亿千瓦时、增长16.05%。',
    )
    expect([...report.text].length).toBeLessThanOrEqual(200)
    expect(report.figures).toContain('fig:510700/gdp.level.ytd.official/510700/2022Q1@1')
    expect(report.leftOut.map(({ name, why }) => `${name}${why}`)).toContain('全社会固定资产投资未公布')
  })
  it('on 21 April the places are not yet out', () =>
    expect(quickReport(inputOn('2022-04-21')).text).toMatch(
      /^2022年一季度，.*高于全省1\.3个百分点；位次待各市州出齐。/u,
    ))
  it('on 20 April there is nothing to send', () =>
    expect(quickReport(inputOn('2022-04-20'))).toMatchObject({ text: '', figures: [] }))
  it.each([
    ['reported', { state: 'reported' }],
    ['approved', { state: 'approved' }],
    ['an estimate', { round: 'estimate' }],
  ] as const)('holds nothing that is only %s', (_, over) =>
    expect(quickReport({ ...input, figures: input.figures.map((figure) => ({ ...figure, ...over })) }).text).toBe(''),
  )
})

it('询问提纲 asks each unit with its figures, units by their weightiest finding, 待明确 last', () => {
  const leads: Readonly<Record<string, string>> = { gdp: '市统计局', va3: '市发展改革委' }
  const asked = inquiries(
    list.filter(({ mark }) => mark === null),
    ({ indicator }) => leads[indicator] ?? null,
  )
  expect(asked.map(({ unit }) => unit)).toEqual(['市统计局', '市发展改革委', null])
  expect(asked[0]?.questions.map(({ said }) => saidText(said))).toEqual([
    '地区生产总值同比增长6.6%，较上年全年回落2.1个百分点，其中第三产业增加值增速回落3.1个百分点，影响最大：主要涉及哪些行业、项目和单位？',
    '第三产业增加值同比增长6.2%，低于总体0.4个百分点，拉动3.36个百分点（测算）：差距主要在哪些方面？',
    '以上情况的主要原因是什么，下步有哪些安排、哪些需协调事项？',
  ])
})
