import { describe, expect, it } from 'vitest'
import { readTermsWithin, termsOfText, termsWith } from './terms.ts'
import { nextQuarterEnds, typedDeadline } from './typed-deadline.ts'

const MEETING = '2022-04-26'

describe('what is typed into 完成时限', () => {
  it.each([
    ['2022-06-30', { on: '2022-06-30', words: null }],
    ['2022年6月30日', { on: '2022-06-30', words: null }],
    ['2022/6/30', { on: '2022-06-30', words: null }],
    ['6月底前', { on: '2022-06-30', words: '6月底前' }],
    ['6月30日', { on: '2022-06-30', words: '6月30日' }],
    ['2022年12月底前', { on: '2022-12-31', words: '2022年12月底前' }],
    ['年底前', { on: '2022-12-31', words: '年底前' }],
    ['长期坚持', { on: null, words: '长期坚持' }],
    ['每月28日前', { on: null, words: '每月28日前' }],
  ])('%s', (text, answer) => expect(typedDeadline(text, MEETING)).toEqual(answer))

  it.each(['尽快', '2022-06-31', '13月底前', '3月底前', '后天', '<b>', ''])('%s is none', (text) =>
    expect(typedDeadline(text, MEETING)).toBeNull(),
  )
})

it.each([
  ['2022-04-26', ['2022-06-30', '2022-09-30']],
  ['2022-06-30', ['2022-06-30', '2022-09-30']],
  ['2022-10-01', ['2022-12-31', '2023-03-31']],
] as const)('the quarter ends after %s', (on, ends) => expect(nextQuarterEnds(on)).toEqual(ends))

describe('terms of a requirement', () => {
  const read = {
    text: '由市發改委牽頭，6月底前新開工項目20個',
    action: '新開工項目20個',
    responsible: ['市發改委'],
    deadline: '2022-06-30',
    measures: ['20個'],
  } as const

  it('are what the text says, and nothing else', () => {
    expect(termsOfText(read, MEETING)).toMatchObject({
      title: '新开工项目20个',
      leadUnit: '市发改委',
      deadline: '2022-06-30',
      deadlineWords: '6月底前',
      measure: '20个',
      steps: null,
      leadLeader: null,
      closure: null,
      feedback: null,
    })
  })

  it('yield to what a person fills in, a cleared field too; a title is never empty', () => {
    const terms = termsWith(termsOfText(read, MEETING), { title: ' ', leadUnit: null, steps: '分两批' })
    expect(terms).toMatchObject({ title: '新开工项目20个', leadUnit: null, steps: '分两批', measure: '20个' })
  })

  it('keep after a split only what stands in the piece', () => {
    const rest = readTermsWithin({ ...read, text: '新開工項目20個' }, MEETING)
    expect(rest).toMatchObject({ responsible: [], deadline: null, measures: ['20個'] })
  })
})
