import type { FoundFigure, TargetFact } from '@yundiao/figures'
import { describe, expect, it } from 'vitest'
import { amount, caseOf, place, rate, share, target } from '../testing/findings-case.ts'
import { saidText } from './finding.ts'
import { findings } from './findings.ts'
import { TEMPLATES, type TemplateId } from './templates.ts'
import { raritySaid } from './unusual.ts'

type Case = {
  template: TemplateId
  figures: readonly FoundFigure[]
  targets?: readonly TargetFact[]
  period?: string
  sentence: string
  questions: readonly string[]
}

/** Twelve quarters of a growth in per cent, the last of them 2022Q1. */
const quarters = (code: string, percents: readonly number[]): FoundFigure[] =>
  percents.map((percent, i) => {
    const back = percents.length - 1 - i
    const [year, quarter] = [2022 - Math.ceil(back / 4), ((4 - (back % 4)) % 4) + 1]
    return rate(code, quarter === 4 ? String(year) : `${year}Q${quarter}`, percent)
  })

const amounts = Array.from({ length: 13 }, (_, i): FoundFigure => {
  const [year, quarter] = [2019 + Math.floor(i / 4), (i % 4) + 1]
  const total = [20, 45, 66, 100][quarter - 1] ?? 0
  const yi = i === 12 ? 240 : total * 1.05 ** (year - 2019) + (i % 3) * 0.11
  return amount('retail', quarter === 4 ? String(year) : `${year}Q${quarter}`, yi)
})

const CASES: readonly Case[] = [
  {
    template: 'below-target',
    figures: [rate('gdp', '2022Q1', 6.6), amount('gdp', '2021Q1', 22), amount('gdp', '2021', 100)],
    targets: [target('gdp', { value: 0.07 })],
    sentence: '地区生产总值同比增长6.6%，低于目标0.4个百分点（人代会）。要完成全年目标，后三季度需增长7.1%（测算）。',
    questions: [
      '地区生产总值同比增长6.6%，低于目标0.4个百分点：差距主要在哪些方面？',
      '后三季度有哪些安排、哪些需协调事项？',
    ],
  },
  {
    template: 'below-target',
    figures: [rate('iva', '2022Q1', 6.6), rate('iva', '510000 2022Q1', 6.9)],
    targets: [target('iva', { value: 0.07, layer: null })],
    sentence: '规模以上工业增加值同比增长6.6%，低于目标0.4个百分点。同时低于全省0.3个百分点。',
    questions: [
      '规模以上工业增加值同比增长6.6%，低于目标0.4个百分点：差距主要在哪些方面？',
      '后三季度有哪些安排、哪些需协调事项？',
    ],
  },
  {
    template: 'below-target',
    figures: [rate('gdp', '2022Q1', 6.6), rate('retail', '2022Q1', 4.1)],
    targets: [target('retail', { operator: '>gdp' })],
    sentence: '社会消费品零售总额同比增长4.1%，低于地区生产总值增速2.5个百分点（人代会）。',
    questions: [
      '社会消费品零售总额同比增长4.1%，低于地区生产总值增速2.5个百分点：差距主要在哪些方面？',
      '后三季度有哪些安排、哪些需协调事项？',
    ],
  },
  {
    template: 'below-target.share',
    figures: [amount('retail', '2022Q1', 22)],
    targets: [target('retail', { measure: 'level', unit: '元', value: 100e8 })],
    sentence: '社会消费品零售总额22.00亿元，完成年度目标的22.0%（测算），低于时间进度3.0个百分点（人代会）。',
    questions: [
      '社会消费品零售总额22.00亿元，低于时间进度3.0个百分点：差距主要在哪些方面？',
      '后三季度有哪些安排、哪些需协调事项？',
    ],
  },
  {
    template: 'below-target.ceiling',
    figures: [share('unemp', '2022Q1', 4.8)],
    targets: [target('unemp', { measure: 'level', operator: '≤', value: 0.045 })],
    sentence: '城镇登记失业率为4.8%，高于控制目标0.3个百分点（人代会）。',
    questions: ['城镇登记失业率为4.8%，高于控制目标0.3个百分点：主要涉及哪些行业、项目和单位？'],
  },
  {
    template: 'below-province',
    figures: [
      rate('iva', '2022Q1', 5),
      rate('iva', '510000 2022Q1', 6.3),
      rate('iva', '2021', 4.9),
      rate('iva', '510000 2021', 6),
      rate('iva', '2021Q3', 7),
      rate('iva', '510000 2021Q3', 6),
    ],
    sentence: '规模以上工业增加值同比增长5.0%，低于全省1.3个百分点。自2021年全年起连续2期低于全省。',
    questions: ['规模以上工业增加值同比增长5.0%，低于全省1.3个百分点：差距主要在哪些方面？'],
  },
  {
    template: 'below-province',
    figures: [
      rate('gdp', '2022Q1', 4.9),
      rate('gdp', '510000 2022Q1', 5.3),
      ...(
        [
          ['va1', 4, 4.3, 50],
          ['va2', 4, 6.4, 300],
          ['va3', 5.6, 4.8, 400],
        ] as const
      ).flatMap(([code, own, province, yi]) => [
        rate(code, '2022Q1', own),
        rate(code, '510000 2022Q1', province),
        amount(code, '2022Q1', yi),
      ]),
    ],
    sentence: '地区生产总值同比增长4.9%，低于全省0.4个百分点。其中第二产业增加值增速低于全省2.4个百分点，影响最大。',
    questions: [
      '地区生产总值同比增长4.9%，低于全省0.4个百分点，其中第二产业增加值增速低于全省2.4个百分点，影响最大：差距主要在哪些方面？',
    ],
  },
  {
    template: 'below-last-year',
    figures: [rate('iva', '2022Q1', 5), rate('iva', '2021Q1', 6.5)],
    sentence: '规模以上工业增加值同比增长5.0%，较上年同期回落1.5个百分点。',
    questions: ['规模以上工业增加值增速较上年同期回落1.5个百分点：主要涉及哪些行业、项目和单位？'],
  },
  {
    template: 'slowing',
    figures: [rate('iva', '2022Q1', 5), rate('iva', '2021', 6.5), rate('iva', '2021Q3', 6.1)],
    sentence: '规模以上工业增加值同比增长5.0%，较上年全年回落1.5个百分点。',
    questions: ['规模以上工业增加值同比增长5.0%，较上年全年回落1.5个百分点：主要涉及哪些行业、项目和单位？'],
  },
  {
    template: 'falling-streak',
    figures: [rate('iva', '2022Q1', 5), rate('iva', '2021', 6.5), rate('iva', '2021Q3', 7), rate('iva', '2021Q1', 4)],
    sentence:
      '规模以上工业增加值同比增长5.0%，自2021年全年起连续2期回落，累计回落2.0个百分点。较上年同期加快1.0个百分点。',
    questions: [
      '规模以上工业增加值同比增长5.0%，自2021年全年起连续2期回落，累计回落2.0个百分点：主要涉及哪些行业、项目和单位？',
    ],
  },
  {
    template: 'turned-negative',
    figures: [rate('iva', '2022Q1', -0.4), rate('iva', '2021', 1.1), rate('iva', '2021Q3', 3)],
    sentence: '规模以上工业增加值同比下降0.4%，由正转负，较上年全年回落1.5个百分点。',
    questions: ['规模以上工业增加值同比下降0.4%，由正转负：主要涉及哪些行业、项目和单位？'],
  },
  {
    template: 'unusual',
    figures: quarters('iva', [6, 6.2, 6.1, 6.3, 6.2, 6.4, 6.1, 6.2, 6.3, 6.1, 6.2, 6, 6.1, -2]),
    sentence:
      '规模以上工业增加值同比下降2.0%，由正转负，较上年全年回落8.1个百分点。近12期没有过这样大的变动，需由报送单位说明。较上年同期回落8.1个百分点。',
    questions: [
      '规模以上工业增加值同比下降2.0%，由正转负，较上年全年回落8.1个百分点，近12期没有过这样大的变动：数是否核对无误，主要涉及哪些行业、项目和单位？',
    ],
  },
  {
    template: 'unusual.level',
    figures: amounts,
    sentence:
      '社会消费品零售总额2022年一季度为240.00亿元，是按历史规律推算数的8.6倍。近9期没有过这样大的变动，需由报送单位说明。',
    questions: [
      '社会消费品零售总额2022年一季度为240.00亿元，是按历史规律推算数的8.6倍，近9期没有过这样大的变动：数是否核对无误，主要涉及哪些行业、项目和单位？',
    ],
  },
  {
    template: 'rank-fell',
    figures: [place('gdp', '2022Q1', 4), place('gdp', '2021', 3), rate('gdp', '2022Q1', 6.6)],
    sentence: '地区生产总值增速居全省第4位，较上年全年后移1位。',
    questions: ['地区生产总值增速居全省第4位，较上年全年后移1位：差距主要在哪些方面？'],
  },
  {
    template: 'counties-behind',
    figures: [
      rate('gdp', '2022Q1', 6),
      amount('gdp', '2022Q1', 100),
      ...(
        [
          ['510703', 7, 60],
          ['510704', 5.4, 25],
          ['510705', 2, 15],
        ] as const
      ).flatMap(([code, percent, yi]) => [rate('gdp', `${code} 2022Q1`, percent), amount('gdp', `${code} 2022Q1`, yi)]),
    ],
    sentence:
      '地区生产总值同比增长6.0%，低于全市平均的县（市、区）有2个：乙县（增长5.4%，低0.6个百分点）、丙县（增长2.0%，低4.0个百分点）。其中丙县影响最大，拉低全市0.60个百分点（测算）。',
    questions: ['乙县、丙县地区生产总值增速低于全市平均：差距主要在哪些方面？'],
  },
  {
    template: 'part-drags',
    figures: [
      rate('gdp', '2022Q1', 6.6),
      ...(
        [
          ['va1', 4.5, 51.15],
          ['va2', 7.6, 310.31],
          ['va3', 6.2, 422.82],
        ] as const
      ).flatMap(([code, percent, yi]) => [rate(code, '2022Q1', percent), amount(code, '2022Q1', yi)]),
      rate('va3', '510000 2022Q1', 4.8),
    ],
    sentence:
      '地区生产总值同比增长6.6%，其中第三产业增加值同比增长6.2%，低于总体0.4个百分点，拉动3.36个百分点（测算）。第一产业增加值拉动0.30个百分点、第二产业增加值拉动2.98个百分点（测算）。第三产业增加值增速高于全省1.4个百分点。',
    questions: ['第三产业增加值同比增长6.2%，低于总体0.4个百分点，拉动3.36个百分点（测算）：差距主要在哪些方面？'],
  },
]

describe('templates', () => {
  it('each has a worked case', () =>
    expect([...new Set(CASES.map(({ template }) => template))].toSorted()).toEqual(Object.keys(TEMPLATES).toSorted()))
  it.each(CASES)('$template: $sentence', ({ template, figures, targets, period, sentence, questions }) => {
    const kind = template.split('.')[0]
    const [total] = figures.map(({ series }) => series.indicator)
    const found = findings(caseOf(figures, targets, period)).filter(
      (finding) => finding.kind === kind && (kind !== 'below-province' || finding.indicator === total),
    )
    expect(found.map(({ sentences }) => sentences.map(saidText).join(''))).toEqual([sentence])
    expect(found[0]?.questions.map(saidText)).toEqual(questions)
  })
  it('no sentence gives an order or a cause', () => {
    const words = JSON.stringify(TEMPLATES)
    for (const word of ['要求', '必须', '责令', '由于', '因为', '导致', '不力', '落后'])
      expect(words).not.toContain(word)
  })
})

it('how rare a move is is told by how many there were', () => {
  const rarity = (large: number, repeats: 'before' | null = null) => {
    const surprise = { moves: 43, rarity: large / 43, expected: 0, isUnusual: false, repeats }
    return saidText([raritySaid({ releases: [], surprise })])
  }
  expect(rarity(3)).toBe('近43期中这样大的变动有3期')
  expect(rarity(0)).toBe('近43期没有过这样大的变动')
  expect(rarity(0, 'before')).toBe('近43期少有这样的重复')
})
