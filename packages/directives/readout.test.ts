import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_READOUT, parseReadout, type Readout, readReadout } from './readout.ts'
import { THEMES } from './themes.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const leavesOf = (readout: Readout) => {
  const headings = new Set(readout.directives.map(({ parent }) => parent))
  return readout.directives.filter(({ id }) => !headings.has(id))
}
type Spans = [number, number][]
const gold = JSON.parse(fixture('mianyang-2022-04-26.gold.json')) as Record<
  'requirements' | 'headings' | 'outcomes' | 'judgements',
  Spans
>
const text = fixture('mianyang-2022-04-26.txt')
const readout = parseReadout(text)
const leaves = leavesOf(readout)
const overlaps = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) => a < d && c < b
const holds = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) => a <= c && d <= b

describe('the readout of 26 April 2022', () => {
  it('says when, what and who', () => {
    expect(readout).toMatchObject({
      title: '市委召開常委會(擴大)會議',
      meeting_date: '--04-26',
      meeting_type: '常委会（扩大）会议',
      city: '绵阳',
    })
    expect(readout.attendees).toEqual([
      { name: '曹立軍', role: '省委常委、市委書記' },
      { name: '王華蓉', role: '市委副書記' },
      { name: '付康', role: '市人大常委會主任' },
      { name: '李亞蓮', role: '市政協主席' },
    ])
  })

  it('covers every requirement of the annotation with a leaf', () => {
    const missed = gold.requirements.filter((span) => !leaves.some((leaf) => holds(leaf.text_span, span)))
    expect(missed.map(([a, b]) => text.slice(a, b))).toEqual([])
  })

  it('has no leaf beside the annotated requirements', () => {
    const extra = leaves.filter((leaf) => !gold.requirements.some((span) => overlaps(leaf.text_span, span)))
    expect(extra.map(({ action }) => action)).toEqual([])
    expect(leaves).toHaveLength(68)
  })

  it('finds the annotated headings and no other', () => {
    const headings = readout.directives.filter((directive) => !leaves.includes(directive))
    expect(headings.map(({ text_span }) => text_span)).toEqual(gold.headings)
  })

  it('takes no assessment for a requirement', () => {
    const wrong = readout.directives.filter((directive) =>
      gold.judgements.some((span) => overlaps(directive.text_span, span)),
    )
    expect(wrong).toEqual([])
  })

  it('supplies nothing the text lacks', () => {
    expect(
      readout.directives.flatMap(({ responsible, deadline, quant_targets }) => [
        ...responsible,
        ...quant_targets,
        ...(deadline ? [deadline] : []),
      ]),
    ).toEqual([])
  })

  it('puts leaves under their headings', () => {
    const under = (action: string) =>
      readout.directives.find(({ id }) => id === readout.directives.find((d) => d.action === action)?.parent)?.action
    expect(under('降低信貸門檻')).toBe('強化資金保障')
    expect(under('強化資金保障')).toBe('加強要素保障')
    expect(under('推動簽約項目盡快落地、在建項目加快進度')).toBe('搶抓進度建項目')
    expect(under('扎實開展城鄉環境綜合整治')).toBe('營造優良環境')
  })

  it.each([
    ['進一步強化經濟運行分析研判和運行調度', 'indicators'],
    ['深入實施“園區提質、企業滿園”行動', 'parks'],
    ['有針對性建鏈、延鏈、補鏈、強鏈', 'chains'],
    ['力爭更多企業進入“四上”行列', 'enterprises'],
    ['推出更多促旅游、促消費活動', 'consumption'],
    ['大力抓好項目開發儲備和申報入庫', 'projects'],
    ['落實好“一把手”外出招商等制度', 'investment-promotion'],
    ['深入實施“綿品出川”行動', 'brands'],
    ['持續開展“清閑促建”行動', 'land'],
    ['降低信貸門檻', 'finance'],
    ['精心組織好招才引智活動', 'talent'],
    ['深入開展營商環境專項整治', 'business-environment'],
    ['著力打造整潔舒適的人居環境', 'urban-rural-environment'],
    ['充分運用大數據平臺', 'epidemic'],
    ['扎實做好防汛減災和地質災害風險隱患排查整治', 'flood-geohazard'],
    ['認真落實安全生產“15條措施”', 'work-safety'],
  ])('%s is about %s', (action, theme) =>
    expect(readout.directives.find((each) => each.action === action)?.theme).toBe(theme),
  )

  it('reads the same from a simplified copy', async () => {
    const { simplify } = await import('./simplify.ts')
    const again = parseReadout(simplify(text))
    expect(again.directives.map(({ text_span }) => text_span)).toEqual(
      readout.directives.map(({ text_span }) => text_span),
    )
  })
})

describe('composed minutes', () => {
  const minutes = parseReadout(fixture('composed-minutes-2023-06.txt'))
  it('names owners, days and numbers only as written', () => {
    expect(
      minutes.directives.map(({ responsible, deadline, quant_targets }) => [responsible, deadline, quant_targets]),
    ).toEqual([
      [['区水务局', '各街道'], '2023-06-25', [{ text: '23处', value: 23, unit: '处' }]],
      [['区应急局'], '2023-06-30', []],
      [['区发改局'], null, []],
      [['东门街道'], '2023-07-10', [{ text: '3户', value: 3, unit: '户' }]],
      [[], null, []],
      [[], null, []],
      [[], null, [{ text: '15亿元', value: 15, unit: '亿元' }]],
    ])
    expect(minutes).toMatchObject({ meeting_date: '2023-06-12', meeting_type: '专题会议', city: '嘉禾岭区' })
  })
})

describe('the two reworded readouts', () => {
  it.each([
    ['hanzhong-2026-03-18.txt', '2026-03-18', '汉中市', '推进会', 18, ['贺知远', '庄伯安']],
    ['xinzhou-2021-08-02.txt', '2021-08-02', '忻州市', '调度会', 7, ['郁怀礼']],
  ])('%s', (name, date, city, type, count, people) => {
    const found = parseReadout(fixture(name))
    expect(found).toMatchObject({ meeting_date: date, city, meeting_type: type })
    expect(leavesOf(found)).toHaveLength(count)
    expect(found.attendees.map((person) => person.name)).toEqual(people)
    expect(found.directives.some(({ action }) => action.includes('事关'))).toBe(false)
  })
})

const MARKS = /^[\s，。；：、！？,.;:]|[\s，。；：、！？,.;:]$/u
const wellFormed = (given: string): void => {
  const { directives } = parseReadout(given)
  const ids = new Set(directives.map(({ id }) => id))
  let before = 0
  for (const { id, parent, level, text_span, action, theme } of directives) {
    const [start, end] = text_span
    const words = given.slice(start, end)
    expect(start).toBeGreaterThanOrEqual(before)
    expect(end).toBeLessThanOrEqual(given.length)
    expect(words).not.toMatch(MARKS)
    expect(words).toContain(action)
    expect(action).not.toBe('')
    expect(parent === null || ids.has(parent)).toBe(true)
    expect(id.split('.')).toHaveLength(level)
    expect(THEMES).toContain(theme)
    before = end
  }
}

const phrase = fc.constantFrom(
  '会议强调',
  '会议指出',
  '会议议定',
  '要',
  '须',
  '，',
  '。',
  '；',
  '：',
  '、',
  '\n',
  '“',
  '”',
  '（',
  '）',
  '一是',
  '二、',
  '由市发改委牵头',
  '各街道配合',
  '6月底前',
  '加快项目建设',
  '深入实施行动',
  '围绕产业发展',
  '确保安全',
  '自我加压',
  '经济总体平稳',
  '23处',
  '强化资金保障',
  '市委书记李明主持',
  ' ',
  '會議強調,要',
)

describe('any text', () => {
  it('gives spans within the text, in order, without marks at their ends, nested properly', () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 60 }), (parts) => wellFormed(parts.join(''))),
      { numRuns: process.env.YUNDIAO_DEEP ? 5000 : 100 },
    )
  })

  it('units, days and numbers are always in the words of the text', () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 40 }), (parts) => {
        const given = parts.join('')
        for (const { responsible, quant_targets } of parseReadout(given).directives) {
          for (const unit of responsible) expect(given).toContain(unit)
          for (const target of quant_targets) expect(given).toContain(target.text)
        }
      }),
      { numRuns: process.env.YUNDIAO_DEEP ? 5000 : 100 },
    )
  })

  it.each([
    ['empty', ''],
    ['spaces', ' \n\t '],
    ['no requirement', '会议听取了一季度经济运行情况汇报。会议还研究了其他事项。'],
    ['English', 'The meeting heard a report on the first quarter. Everyone must work harder.'],
    ['letters and signs', '\u0000\u0001\ufffd\ufffd%PDF-1.7 \u0002'],
    ['one mark', '。'],
  ])('%s has no directive', (_, given) => expect(parseReadout(given).directives).toEqual([]))

  // What grew with the square of the length would not end within the test's time; bench/readout.ts has the figures.
  it.each([
    ['one sentence', '会议强调，要', '推动项目建设，'],
    ['one item of minutes', '会议议定：', '由市发改局牵头，'],
    ['paragraphs', '', '会议强调，要狠抓项目建设。开阔思路谋项目，紧盯动向，抓好储备。'],
    ['unpaired marks', '', '“（'],
  ])('is read at its longest: %s', (_, head, phrase) => {
    const given = head + phrase.repeat((LONGEST_READOUT - head.length) / phrase.length)
    expect(readReadout(given).kind).toBe('ok')
  })
})

describe('readReadout', () => {
  it.each([
    ['empty', '  ', 'empty'],
    ['one unit too long', '要'.repeat(LONGEST_READOUT + 1), 'too-long'],
    ['five megabytes', '会议强调，要抓落实。'.repeat(500_000), 'too-long'],
    ['binary', 'PK\u0003\u0004\u0000\u0000\u0008\u0000', 'not-text'],
    ['another encoding', '\ufffd\ufffd\ufffdabc', 'not-text'],
  ])('refuses %s', (_, given, why) => expect(readReadout(given)).toEqual({ kind: 'refused', why }))

  it('takes the longest text', () => {
    expect(readReadout('。'.repeat(LONGEST_READOUT)).kind).toBe('ok')
  })
})
