import { describe, expect, it } from 'vitest'
import { checkBinding } from '../check-binding.ts'
import { dumpPaper } from '../dump-paper.ts'
import { numeralsIn } from '../numerals.ts'
import type { Paper } from '../paper.ts'
import { answersSample as sample } from '../testing/answers-sample.ts'
import type { AnswerPage } from './answer-page.ts'
import { answerPages } from './answer-pages.ts'
import { say, WORDING, type Wording } from './answer-words.ts'

const paperOf = (page: AnswerPage): Paper => ({
  kind: 'answers',
  title: page.question,
  city: sample.city,
  asKnownOn: sample.asKnownOn,
  checkpoint: null,
  blocks: page.blocks,
  foot: { preparedBy: null },
})

const plain = (page: AnswerPage | undefined): string =>
  page ? dumpPaper(paperOf(page)).replaceAll(/⟦([^|]*)\|[^⟧]*⟧/gu, '$1') : ''

const page = (id: string, input = sample): AnswerPage | undefined => answerPages(input).find((one) => one.id === id)

describe('answerPages', () => {
  it('answers about counties, units and indicators in the office’s wording', async () => {
    await expect(answerPages(sample).map(plain).join('\n')).toMatchFileSnapshot('../testing/answers.golden.txt')
  })

  it('binds every number of every page', () => {
    for (const one of answerPages(sample)) expect([one.id, checkBinding(paperOf(one)).unbound]).toEqual([one.id, []])
  })

  it('says why a county’s growth is asked about, against whom and where it stands', () => {
    const told = plain(page('place:510781'))
    expect(told).toContain('江油市：地区生产总值增速为什么回落？')
    expect(told).toContain(
      '地区生产总值同比增长5.8%（演示），低于全市0.8个百分点，较上期回落2.6个百分点，居4个县（市、区）第4位、较上期后移3位。',
    )
    expect(told).toContain('重点项目欠序时1个、应开未开1个；督办事项逾期1件；需协调事项待答复1件。')
    expect(told).toContain('数据未反映的原因不作判断')
  })

  it('names the industries and enterprises that weigh most, with their amounts', () => {
    const told = plain(page('place:510781'))
    expect(told).toContain(
      '在调度的重点工业企业12户，产值（企业自报）较上年同期减少3.21亿元；减少最多的行业是黑色金属冶炼和压延加工业（减少2.10亿元）；减少最多的企业是甲厂（演示）（减少1.20亿元）、乙厂（演示）（减少4200万元）。',
    )
    expect(told).toContain('有计划的重点项目2个，完成投资较序时计划多500万元；欠得最多的是丙项目（少100万元）。')
  })

  it('names a target that was never made public and marks what rests on it', () => {
    const target = { words: '奋斗目标', inner: true }
    const told = plain(
      page('indicator:gdp', { ...sample, indicators: sample.indicators.map((one) => ({ ...one, target })) }),
    )
    expect(told).toContain('《地区生产总值为什么低于奋斗目标？》')
    expect(told).toContain('低于奋斗目标0.4个百分点（内部），后期需增长7.1%（内部）。')
    expect(told).toContain('奋斗目标未公开，标“内部”的比较限内部掌握')
  })

  it('tells of targets of other layers beside the one it is judged by', () => {
    const compared = { formula: { id: 'target.difference', version: 1, inputs: ['fig:c'] }, shown: '-1.4' }
    const otherTargets = [{ words: '奋斗目标', inner: true, compared }]
    const told = plain(
      page('indicator:gdp', { ...sample, indicators: sample.indicators.map((one) => ({ ...one, otherTargets })) }),
    )
    expect(told).toContain('《地区生产总值为什么低于年度目标？》')
    expect(told).toContain('低于奋斗目标1.4个百分点（内部）。')
    expect(told).toContain('奋斗目标未公开')
  })

  it('lists no counties to a reader of some of them', () => {
    const some = { ...sample, seesAllPlaces: false }
    expect(plain(page('indicator:gdp', some))).not.toContain('县（市、区）中有数据')
    expect(plain(page('place:510781', some))).not.toMatch(/第\d位/u)
  })

  it('says what is not known and gives no rank among fewer than three', () => {
    expect(plain(page('place:510727'))).toContain('平武县的主要指标⟨未公布⟩，不作评述。')
    const alone = { ...sample, places: sample.places.filter(({ id }) => id === '510781') }
    const told = plain(page('place:510781', alone))
    expect(told).not.toContain('第1位')
    expect(told).toContain('其他县（市、区）的数不足或不在查看范围，位次不排')
  })

  it('says of a ledger out of sight that it is', () => {
    const places = sample.places.map((place) => ({ ...place, sees: { projects: false, enterprises: false } }))
    expect(plain(page('place:510781', { ...sample, places }))).toContain(
      '重点项目台账不在查看范围；企业明细不在查看范围',
    )
  })

  it('gives an indicator with its target, its parts and the counties behind, the slowest first', () => {
    const told = plain(page('indicator:gdp'))
    expect(told).toContain('地区生产总值为什么低于年度目标？')
    expect(told).toContain('低于年度目标0.4个百分点，后期需增长7.1%。')
    expect(told).toContain('县（市、区）中有数据的4个，低于全市的2个：江油市、盐亭县。')
    expect(plain(page('indicator:iva'))).toContain('年度目标⟨待明确⟩')
  })

  it('lists one of each kind in turn, no more rows than asked, and counts them all', () => {
    const told = answerPages(sample, { sentences: 3, drags: 3, rows: 3, names: 3 }).find(
      ({ id }) => id === 'place:510781',
    )
    const table = told?.blocks.find((block) => block.kind === 'table' && block.caption.startsWith('项目和事项'))
    expect(table?.kind === 'table' ? table.rows : []).toHaveLength(3)
    expect(plain(told)).toContain('节选')
    expect(plain(told)).toContain('欠序时1个、应开未开1个')
  })

  it('is found by the names of its subject', () =>
    expect(page('indicator:iva')?.words).toEqual(['规模以上工业增加值', '规上工业']))
})

describe('wording', () => {
  it.each(Object.entries(WORDING))('%s holds no digit', (_, template) => expect(numeralsIn(template)).toEqual([]))

  it.each([
    ['askPlaceSlower', { name: '江油市', indicator: 'GDP' }, '江油市：GDP增速为什么回落？'],
    ['askUnitOverdue', { name: '市经信局' }, '市经信局：督办事项为什么逾期？'],
    ['indicatorLead', { period: '一季度', told: 'GDP增长' }, '一季度，GDP增长。'],
    ['noCause', { who: '江油市' }, '以上为数据反映的情况，数据未反映的原因不作判断，可请江油市说明'],
  ] as [Wording, Record<string, string>, string][])('%s', (name, slots, text) =>
    expect(
      say(name, slots)
        .map((run) => ('text' in run ? run.text : ''))
        .join(''),
    ).toBe(text),
  )

  it('takes a digit of a name as the name’s, and refuses a slot left open', () => {
    expect(say('askIndicator', { name: '“1+4”产业' })[0]).toEqual({ free: '“1+4”产业', as: 'name' })
    expect(() => say('askIndicator')).toThrow('no name')
  })
})
