import type { LocalDate } from '@yundiao/kernel'
import { describe, expect, it } from 'vitest'
import { attendeesOf } from './attendees.ts'
import { deadlineOf, deadlinesOf } from './deadlines.ts'
import { meetingFacts } from './meeting-facts.ts'
import { leadAndAssist, ownersOf } from './owners.ts'
import { fragmentsOf, sentencesOf } from './sentences.ts'
import { readable } from './simplify.ts'
import { targetsOf } from './targets.ts'

const meeting: LocalDate = '2023-06-12'

describe('deadlines', () => {
  it.each([
    ['6月25日前完成', '2023-06-25'],
    ['6月12日前完成（the day itself）', '2023-06-12'],
    ['6月11日前完成（before the meeting: no deadline）', null],
    ['6月底前报备', '2023-06-30'],
    ['2月底前，明年的事（the year is not told）', null],
    ['明年2月底前', '2024-02-29'],
    ['2024年12月底前', '2024-12-31'],
    ['7月中旬前', '2023-07-20'],
    ['年底前', '2023-12-31'],
    ['年内完成', '2023-12-31'],
    ['上半年前', '2023-06-30'],
    ['三季度末前', '2023-09-30'],
    ['本月底前', '2023-06-30'],
    ['下月底前', '2023-07-31'],
    ['每月28日前', null],
    ['每季度末前报送', null],
    ['一周内', null],
    ['6月15日召开现场会', null],
    ['6月31日前（no such day）', null],
    ['3月底前、9月底前分两批', '2023-09-30'],
    ['截至2021年底', null],
    ['全年完成投资', null],
  ])('%s → %s', (words, day) => expect(deadlineOf(words, meeting)).toBe(day))

  it('without a year of the meeting only words with their own year name a day', () => {
    expect(deadlineOf('6月25日前', null)).toBeNull()
    expect(deadlineOf('2022年6月25日前', null)).toBe('2022-06-25')
  })

  it('keeps the words of what recurs', () => {
    expect(deadlinesOf('于每月28日前汇总', meeting)).toEqual([{ words: '每月28日前', on: null }])
  })
})

describe('quantity targets', () => {
  it.each([
    ['完成23处易涝点清淤', [['23处', 23, '处']]],
    ['完成投资15亿元', [['15亿元', 15, '亿元']]],
    [
      '处置1,200亩、盘活35宗',
      [
        ['1,200亩', 1200, '亩'],
        ['35宗', 35, '宗'],
      ],
    ],
    ['增长6.5%以上', [['6.5%以上', 6.5, '%']]],
    ['提高2个百分点', [['2个百分点', 2, '个百分点']]],
    ['新增60余家', [['60余家', 60, '家']]],
    ['落实安全生产“15条措施”', []],
    ['落实安全生产15条措施', []],
    ['“一年转形象、两年见成效、三年大变样”', []],
    ['第14期', []],
    ['抓好7个方面', []],
    ['3个月内', []],
    ['24小时值班', []],
    ['2022年4月26日', []],
    ['“五一”小长假、“四上”企业', []],
  ])('%s', (words, targets) => expect(targetsOf(words).map((t) => [t.text, t.value, t.unit])).toEqual(targets))
})

const owners = (words: string) => {
  const read = readable(words)
  const found = sentencesOf(read, { start: 0, end: read.length }).flatMap((sentence) =>
    ownersOf(read, fragmentsOf(read, sentence)).lead.concat(ownersOf(read, fragmentsOf(read, sentence)).assist),
  )
  return found.map(({ start, end }) => words.slice(start, end))
}

describe('owners', () => {
  it.each([
    ['由区水务局牵头，6月25日前完成清淤，各街道配合做好管控', ['区水务局', '各街道']],
    ['区应急局要补齐物资，报区防汛办备案', ['区应急局']],
    ['市规划和自然资源局要加快核查', ['市规划和自然资源局']],
    ['区发改局和区水务局要加强统筹', ['区发改局', '区水务局']],
    ['市財政局會同市稅務局於每月10日前通報', ['市財政局', '市稅務局']],
    ['剩余3户征迁由东门街道负责', ['东门街道']],
    ['各县（市、区）要倒排工期', ['各县（市、区）']],
    ['加快签约（责任单位：市经合局、各园区管委会）', ['市经合局', '各园区管委会']],
    ['由市委组织部牵头', ['市委组织部']],
    ['由市政府督查室跟踪督办', ['市政府督查室']],
    ['全市上下要坚定信心', []],
    ['各级各部门要加强统筹', []],
    ['加强与科研院所、高等院校对接', []],
    ['做强产业园区', []],
    ['充分发挥驻外投资促进中心、商协会等平台作用', []],
    ['由点及面推开', []],
    ['贯彻落实市委、市政府决策部署', []],
    ['主要负责人要亲自过问', []],
  ])('%s', (words, units) => expect(owners(words)).toEqual(units))

  it.each([
    ['由区水务局牵头，各街道配合', ['区水务局', '各街道'], '区水务局', ['各街道']],
    ['各街道配合做好管控', ['各街道'], null, ['各街道']],
    ['市财政局会同市税务局通报', ['市财政局', '市税务局'], '市财政局', ['市税务局']],
    [
      '市统计局、市工信局配合，由市发改委牵头',
      ['市统计局', '市工信局', '市发改委'],
      '市发改委',
      ['市统计局', '市工信局'],
    ],
    ['加强统筹', [], null, []],
  ])('lead and assist of %s', (words, units, lead, assist) =>
    expect(leadAndAssist(words, units)).toEqual({ lead, assist }),
  )
})

describe('the meeting', () => {
  it.each([
    ['宜州日报讯 4月26日，市委召开常委会会议', '--04-26', '宜州', '常委会会议'],
    ['2026年3月18日，青岚市政府召开推进会。', '2026-03-18', '青岚市', '推进会'],
    [
      '青岚市人民政府常务会议纪要\n（2023年第14期）\n6月12日，市长周明主持召开会议。',
      '2023-06-12',
      '青岚市',
      '常务会议',
    ],
    ['发布时间：2022-04-27\n4月26日，会议召开。', '2022-04-26', null, null],
    ['发布时间：2022-06-27\n4月26日，会议召开。', '--04-26', null, null],
    ['二〇二二年四月二十六日，会议召开。', '2022-04-26', null, null],
    ['昨日，会议召开。', null, null, null],
  ])('%s', (text, date, city, type) => expect(meetingFacts(readable(text))).toMatchObject({ date, city, type }))
})

describe('attendees', () => {
  it.each([
    [
      '副市长欧阳文清，市政协副主席、市工商联主席刘海出席会议。',
      [
        ['欧阳文清', '副市长'],
        ['刘海', '市政协副主席、市工商联主席'],
      ],
    ],
    ['会议由市委书记李　明主持。', [['李明', '市委书记']]],
    [
      '市领导张伟、王芳、李娜参加会议。',
      [
        ['张伟', '市领导'],
        ['王芳', '市领导'],
        ['李娜', '市领导'],
      ],
    ],
    ['周启明主持会议并讲话。', [['周启明', null]]],
    ['有关部门负责同志列席会议。', []],
    ['（记者 刘鑫）编辑：李志', []],
    ['市发改委主要负责人汇报了情况。', []],
  ])('%s', (text, people) => {
    const read = readable(text)
    expect(
      attendeesOf(read).map(({ name, role }) => [
        read.slice(name.start, name.end).replace(/\s/gu, ''),
        role && read.slice(role.start, role.end),
      ]),
    ).toEqual(people)
  })
})
