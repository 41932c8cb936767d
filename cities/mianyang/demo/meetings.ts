import type { LocalDate } from '@yundiao/kernel'
import { firstMeeting } from '../meeting.ts'
import type { DemoChange, DemoRecord } from './record.ts'

/** The standing committee of January, the analysis of March, and the dispatch two days after the real meeting. */
export const JANUARY = 'demo-meeting-0114'
export const MARCH = 'demo-meeting-0321'
const AFTER = 'demo-meeting-0428'

type Facts = { id: string; title: string; kind: string; authority: 'party' | 'government'; heldOn: LocalDate }
type More = { startsAt: string; place: string; chair: string; previous: string | null; phase: string; period: string }

const meeting = (facts: Facts, more: More, knownFrom: LocalDate): DemoRecord => {
  const { id, ...values } = { ...facts, ...more }
  return { table: 'meeting', id, knownFrom, values: { ...values, source: '演示数据，非真实会议' } }
}

type Point = readonly [title: string, reportingUnit: string, minutes: number]

const agenda = (of: string, knownFrom: LocalDate, points: readonly Point[], materials = '定稿'): DemoRecord[] =>
  points.map(([title, reportingUnit, minutes], index) => ({
    table: 'agenda',
    id: `${of}-${index + 1}`,
    knownFrom,
    values: { meeting: of, seq: index + 1, title, reportingUnit, minutes, materials },
  }))

const PARTY = { kind: '常委会', authority: 'party' } as const
const GOVERNMENT = { authority: 'government', place: '市政府第三会议室（演示）' } as const

export const demoMeetings: readonly DemoRecord[] = [
  meeting(
    { id: JANUARY, title: '市委常委会会议（演示）', heldOn: '2022-01-14', ...PARTY },
    {
      startsAt: '09:00',
      place: '市委常委会议室（演示）',
      chair: '市委主要负责同志（演示）',
      previous: null,
      phase: '会后',
      period: '2021',
    },
    '2022-01-14',
  ),
  ...agenda(JANUARY, '2022-01-14', [
    ['听取2021年经济运行情况和2022年工作打算汇报', '市发改委', 20],
    ['研究一季度“开门红”工作安排', '市经信局', 15],
  ]),
  meeting(
    { id: MARCH, title: '一季度支撑指标分析会（演示）', heldOn: '2022-03-21', kind: '支撑指标分析会', ...GOVERNMENT },
    {
      startsAt: '14:30',
      place: GOVERNMENT.place,
      chair: '市委常委、常务副市长（演示）',
      previous: JANUARY,
      phase: '会后',
      period: '2022-02',
    },
    '2022-03-21',
  ),
  ...agenda(MARCH, '2022-03-21', [
    ['听取支撑指标预计情况汇报', '市统计局', 15],
    ['逐项分析欠序时指标', '市发改委', 30],
    ['研究用地、资金等需协调事项', '市自然资源和规划局', 20],
  ]),
  meeting(
    { id: AFTER, title: '工业和投资专题调度会（演示）', heldOn: '2022-04-28', kind: '专题会', ...GOVERNMENT },
    {
      startsAt: '15:00',
      place: GOVERNMENT.place,
      chair: '副市长（分管工业，演示）',
      previous: firstMeeting.id,
      phase: '筹备',
      period: '2022Q1',
    },
    '2022-04-26',
  ),
  ...agenda(
    AFTER,
    '2022-04-26',
    [
      ['调度一季度工业运行情况', '市经信局', 20],
      ['调度重点项目建设进度', '市发改委', 20],
    ],
    '未交',
  ),
]

/** The real meeting hears first of what the analysis of March and, before it, the committee of January decided. */
export const meetingChanges: readonly DemoChange[] = [
  { table: 'meeting', id: firstMeeting.id, on: firstMeeting.heldOn, set: { previous: MARCH } },
]
