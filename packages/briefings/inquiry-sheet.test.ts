import { describe, expect, it } from 'vitest'
import { checkBinding } from './check-binding.ts'
import { dumpPaper } from './dump-paper.ts'
import { findingsSheet } from './findings-sheet.ts'
import { inquirySheetPaper } from './inquiry-sheet.ts'
import { saidPartsText } from './said-runs.ts'
import { sheetRows } from './sheet.ts'

const NOW = 'fig:510700/va3.growth-real.ytd.official/510700/2022Q1@1'
const THEN = 'fig:510700/va3.growth-real.ytd.official/510700/2021@1'
const fell = [
  { free: '第三产业增加值' },
  { text: '较上期' },
  { formula: { id: 'growth.difference', version: 1, inputs: [NOW, THEN] }, shown: '回落3.1个百分点' },
  { text: '：变动涉及哪些单位、项目或行业？' },
]
const unusual = [{ free: '工业用电量' }, { figure: NOW, shown: '同比下降12.0%', mark: '预计' as const }, { text: '？' }]
const input = {
  city: { code: '510700', name: '绵阳市' },
  periodWords: '2022年一季度',
  units: [
    { unit: '市发改委', questions: [fell, unusual] },
    { unit: '市商务局', questions: [] },
    { unit: null, questions: [fell] },
  ],
  asKnownOn: '2022-04-26',
  checkpoint: null,
  preparedBy: null,
} as const

describe('《询问提纲》', () => {
  const dump = dumpPaper(inquirySheetPaper(input))
  it('asks each unit its own questions, numbered, every digit bound', () => {
    expect(checkBinding(inquirySheetPaper(input)).unbound).toEqual([])
    expect(dump).toContain('市发改委')
    expect(dump).toContain(`1.第三产业增加值较上期⟦回落3.1个百分点|calc:growth.difference@1(${NOW},${THEN})⟧：变动涉及`)
    expect(dump).toContain(`2.工业用电量⟦同比下降12.0%（预计）|${NOW}⟧？`)
  })

  it('a unit nobody has named is 待明确; one without questions is left out', () => {
    expect(dump).toContain('牵头单位⟨待明确⟩')
    expect(dump).not.toContain('市商务局')
  })

  it('the text of a sentence is its characters', () => {
    expect(saidPartsText(fell)).toBe('第三产业增加值较上期回落3.1个百分点：变动涉及哪些单位、项目或行业？')
  })
})

describe('研判要点 as a sheet', () => {
  const line = {
    kind: '较上期回落',
    place: '全市',
    indicator: '第三产业增加值',
    words: '第三产业增加值同比增长6.2%。',
    since: '2022年一季度',
    rarity: null,
    leadUnit: null,
    leader: '演示甲',
    marks: ['内部'],
    item: '绵督〔2022〕12',
  }
  it('合计 first, then a row a finding; who leads is 待明确 where nobody is named', () => {
    const sheet = findingsSheet({
      periodWords: '2022年一季度',
      lines: [line],
      reporter: '绵阳',
      asKnownOn: '2022-04-26',
      notes: ['按影响大小排列'],
      checkpoint: null,
    })
    const [total, row] = sheetRows(sheet)
    expect(total?.cells[1]).toEqual({ text: '1条' })
    expect(row?.cells).toEqual([
      { number: 1 },
      { text: '第三产业增加值同比增长6.2%。' },
      { text: '较上期回落' },
      { text: '全市' },
      { text: '第三产业增加值' },
      { text: '2022年一季度' },
      null,
      { gap: '待明确' },
      { text: '演示甲' },
      { text: '内部' },
      { text: '绵督〔2022〕12' },
    ])
    expect(sheet.columns).toHaveLength(row?.cells.length ?? 0)
    expect(sheet.notes).toContain('按影响大小排列。')
  })
})
