import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBinding } from './check-binding.ts'
import { dumpPaper } from './dump-paper.ts'
import { runText } from './paper.ts'
import { charactersOf, quarterReviewPaper } from './quarter-review.ts'
import type { BoundNumber, QuarterReviewInput, ReviewRow } from './review-input.ts'
import { mianyangFirstQuarter } from './testing/mianyang-2022q1.ts'
import { walkRuns } from './walk-runs.ts'

describe('quarterReviewPaper', () => {
  it('writes the first quarter of 2022 in the office’s wording', async () => {
    await expect(dumpPaper(quarterReviewPaper(mianyangFirstQuarter))).toMatchFileSnapshot(
      './testing/mianyang-2022q1.golden.txt',
    )
  })

  it('binds every number of its body', () => {
    const binding = checkBinding(quarterReviewPaper(mianyangFirstQuarter))
    expect(binding.unbound).toEqual([])
    expect(binding.bound).toBeGreaterThan(40)
  })

  it('names what is lacking and writes no number for it', () => {
    const rows: ReviewRow[] = [
      { indicator: 'fai', label: '固定资产投资', unit: '亿元', gap: '缺' },
      { indicator: 'retail', label: '社会消费品零售总额', unit: '亿元', gap: '未公布' },
      { indicator: 'trade', label: '进出口总额', unit: '亿元' },
    ]
    const dump = dumpPaper(quarterReviewPaper({ ...mianyangFirstQuarter, rows, previousItems: [] }))
    expect(dump.replaceAll(/\|[^⟧]*⟧/gu, '⟧')).toContain(
      '以下指标暂无数据，不作评述。未查到公开数（⟨缺⟩）的有⟦1项⟧：固定资产投资；⟨未公布⟩的有⟦1项⟧：社会消费品零售总额；⟨未报送⟩的有⟦1项⟧：进出口总额。',
    )
    expect(dump).toContain('没有上次会议议定事项')
    expect(dump).not.toContain('fig:')
  })

  it.each([
    ['-5.5', '-5.0', '同比下降5.5%', '低于全省0.5个百分点'],
    ['0.0', '-0.1', '同比持平', '高于全省0.1个百分点'],
    ['5.3', '5.3', '同比增长5.3%', '与全省持平'],
  ])('own %s, province %s: %s, %s', (own, province, growth, comparison) => {
    const row = line({ ref: 'fig:own', shown: own }, { ref: 'fig:province', shown: province })
    const dump = dumpPaper(quarterReviewPaper({ ...mianyangFirstQuarter, rows: [row] }))
    expect(dump).toContain(`⟦${growth}|fig:own⟧`)
    expect(dump).toContain(`⟦${comparison}|calc:difference-in-points@1(fig:own,fig:province)⟧`)
  })

  it('prints a number only if it was given or is the difference of two given', () => {
    const rate = fc.integer({ min: -300, max: 300 }).map((n) => (n / 10).toFixed(1))
    fc.assert(
      fc.property(rate, fc.option(rate, { nil: undefined }), fc.option(rate, { nil: undefined }), (own, p, n) => {
        const row: ReviewRow = {
          ...line({ ref: 'fig:own', shown: own }, p === undefined ? undefined : { ref: 'fig:p', shown: p }),
          ...(n === undefined ? {} : { nationGrowth: { ref: 'fig:n', shown: n } }),
        }
        const input: QuarterReviewInput = { ...mianyangFirstQuarter, rows: [row], previousItems: [] }
        const paper = quarterReviewPaper(input)
        const given = [own, p, n].filter((x) => x !== undefined).map((x) => Math.abs(Number(x)))
        for (const { run } of walkRuns(paper)) {
          const digits = Number(runText(run).match(/\d+(\.\d+)?/u)?.[0] ?? Number.NaN)
          if ('figure' in run && !Number.isNaN(digits)) expect(given).toContain(digits)
          if ('formula' in run && run.formula.id === 'difference-in-points' && !Number.isNaN(digits))
            expect(
              [p, n].some((x) => x !== undefined && Math.abs(Math.abs(Number(own) - Number(x)) - digits) < 1e-9),
            ).toBe(true)
        }
        expect(checkBinding(paper).unbound).toEqual([])
      }),
    )
  })
})

describe('存在的不足', () => {
  const said = (rows: readonly ReviewRow[]): string =>
    dumpPaper(quarterReviewPaper({ ...mianyangFirstQuarter, rows })).replaceAll(/⟦([^|⟧]*)\|[^⟧]*⟧/gu, '$1')
  const [own, province] = [
    { ref: 'fig:own', shown: '6.6' },
    { ref: 'fig:p', shown: '7.0' },
  ] as const
  const against: ReviewRow['vsTarget'] = {
    formula: { id: 'target.difference', version: 1, inputs: ['fig:own'] },
    shown: '-0.4',
  }
  it.each([
    [line(own, province), '增速低于全省的指标1项：规模以上工业增加值同比增长6.6%，低于全省0.4个百分点。'],
    [line(own, { ref: 'fig:p', shown: '6.6' }), '可比指标的增速均不低于全省。'],
    [{ ...line(own), vsTarget: against }, '规模以上工业增加值低于年度目标0.4个百分点。'],
    [{ ...line(own), vsTarget: '待明确' }, '年度目标待明确的指标1项（规模以上工业增加值），暂不作进度评价。'],
    [line(own), '现有数据未反映不足。'],
  ] as const)('%j: %s', (row, words) => expect(said([row])).toContain(words))
})

it('tells in the table what its units said where the ledger did not move', () => {
  const item = { item: 'i', title: '甲', leadUnit: null, state: '达序时', change: null }
  const progress = { asOf: '2022-04-25', text: '已开工2个' } as const
  const dump = dumpPaper(quarterReviewPaper({ ...mianyangFirstQuarter, previousItems: [{ ...item, progress }] }))
  expect(dump).toContain('⟦截至2022年4月25日：已开工2个|item:i⟧')
  expect(dump).not.toContain('无变化')
})

it('keeps to 3000 characters: items that do not fit are left to the table', () => {
  const items = Array.from({ length: 60 }, (_, n) => ({
    item: `i${n}`,
    title: `第${n}件${'督办事项'.repeat(10)}`,
    leadUnit: '市发展改革委',
    state: '逾期',
    change: null,
  }))
  const paper = quarterReviewPaper({ ...mianyangFirstQuarter, previousItems: items })
  expect(charactersOf(paper.blocks)).toBeLessThanOrEqual(3010)
  const text = dumpPaper(paper)
  expect(text).toContain('其余事项见下表。')
  expect(text).toContain('第59件')
  expect(checkBinding(paper).unbound).toEqual([])
})

function line(growth: BoundNumber, provinceGrowth?: BoundNumber): ReviewRow {
  return {
    indicator: 'iva',
    label: '规模以上工业增加值',
    unit: '亿元',
    level: 'not-applicable',
    growth,
    ...(provinceGrowth === undefined ? {} : { provinceGrowth }),
  }
}
