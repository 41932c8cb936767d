import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBinding } from './check-binding.ts'
import { dumpPaper } from './dump-paper.ts'
import { runText } from './paper.ts'
import { quarterReviewPaper } from './quarter-review.ts'
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
    expect(dump).toContain('固定资产投资（⟨缺⟩）、社会消费品零售总额（⟨未公布⟩）、进出口总额（⟨未报送⟩）')
    expect(dump).toContain('没有上次会议议定事项')
    expect(dump).not.toContain('⟦')
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
          if ('formula' in run && !Number.isNaN(digits))
            expect(
              [p, n].some((x) => x !== undefined && Math.abs(Math.abs(Number(own) - Number(x)) - digits) < 1e-9),
            ).toBe(true)
        }
        expect(checkBinding(paper).unbound).toEqual([])
      }),
    )
  })
})

const line = (growth: BoundNumber, provinceGrowth?: BoundNumber): ReviewRow => ({
  indicator: 'iva',
  label: '规模以上工业增加值',
  unit: '亿元',
  level: 'not-applicable',
  growth,
  ...(provinceGrowth === undefined ? {} : { provinceGrowth }),
})
