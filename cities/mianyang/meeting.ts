import type { Cite, LocalDate } from '@yundiao/kernel'

/** A meeting as its public report tells it; what the report does not say is null (待明确). */
export type MeetingFact = {
  id: string
  title: string
  authority: 'party' | 'government'
  heldOn: LocalDate
  startsAt: string | null
  place: string | null
  chair: { name: string; post: string }
  present: readonly { name: string; post: string; role: '出席' | '列席' }[]
  topics: readonly string[]
  cite: Cite
}

/** The first meeting of the pack. The report names neither hour nor room. */
export const firstMeeting: MeetingFact = {
  id: '2022-04-26-standing-committee',
  title: '市委常委会（扩大）会议',
  authority: 'party',
  heldOn: '2022-04-26',
  startsAt: null,
  place: null,
  chair: { name: '曹立军', post: '省委常委、市委书记' },
  present: [
    { name: '王华蓉', post: '市委副书记', role: '出席' },
    { name: '付康', post: '市人大常委会主任', role: '列席' },
    { name: '李亚莲', post: '市政协主席', role: '列席' },
  ],
  topics: ['听取全市一季度经济运行情况汇报', '研究部署下一步工作'],
  cite: { document: '绵阳新闻网讯（绵报融媒记者刘鑫）', date: '2022-04-26' },
}
