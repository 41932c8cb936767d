import { type RankedPlace, rankPlaces } from './slide-rank.ts'
import type { SlideCell, SlideColumn, SlideTopic } from './slides.ts'

/** One line of the board as a slide prints it; a comparison that cannot be made reads why in a word. */
export type SlideLine = {
  label: string
  level: SlideCell
  growth: SlideCell
  province: SlideCell
  nation: SlideCell
  vsProvince: SlideCell & { value: number | null }
  vsTarget: SlideCell & { value: number | null }
  rank: SlideCell
  target: SlideCell
  required: SlideCell
  state: string
  leadUnit: string | null
  /** Indented under the line above: 其中. */
  isPart: boolean
  /** Holds a figure not released yet. */
  isInner: boolean
}

/** Places side by side on one indicator. `kind` keeps the city's own districts, its zones and the other cities apart. */
export type SlidePlaces = {
  id: string
  kind: 'peers' | 'counties' | 'zones'
  indicator: string
  columns: readonly SlideColumn[]
  places: readonly RankedPlace[]
  isInner: boolean
}

/** All a meeting's slides are made of, as plain data read under the viewer's rights. */
export type MeetingSlidesInput = {
  periodWords: string
  /** What the first line says, as a sentence; null where nothing is known. */
  lead: string | null
  lines: readonly SlideLine[]
  places: readonly SlidePlaces[]
  /** Entries by state, in the ledger's own order; demonstration rows are told apart. */
  projects: readonly { state: string; count: number }[]
  demoProjects: number
  carried: readonly { title: string; leadUnit: string | null; deadline: string | null; state: string }[]
  carriedFrom: string | null
  coordination: readonly { title: string; raisedBy: string | null; unit: string | null; state: string }[]
  decisions: readonly { title: string; decision: string; unit: string | null }[]
}

/** Lines of the first slide: as many as a screen holds. */
const HEADLINES = 8

const PENDING = '待明确'

const column = (label: string, align: SlideColumn['align'] = 'right'): SlideColumn => ({ label, align })
const words = (text: string | null): SlideCell => ({ text: text ?? PENDING })
const state = (text: string): SlideCell => ({ text, isState: true })
const anyInner = (lines: readonly SlideLine[]): boolean => lines.some((line) => line.isInner)

const headline = ({ lines, lead, periodWords }: MeetingSlidesInput): SlideTopic => {
  const whole = lines.filter((line) => !line.isPart).slice(0, HEADLINES)
  return {
    id: 'headline',
    title: `${periodWords}主要指标`,
    lead,
    columns: [
      column('指标', 'left'),
      column('绝对额'),
      column('同比%'),
      column('较全省'),
      column('全省位次', 'center'),
      column('进度评价', 'left'),
    ],
    rows: whole.map((line) => ({
      name: line.label,
      cells: [line.level, line.growth, line.vsProvince, line.rank, state(line.state)],
    })),
    note: '较全省为测算，单位：个百分点',
    isInner: anyInner(whole),
  }
}

const compared = ({ lines, periodWords }: MeetingSlidesInput): SlideTopic => {
  const beside = lines.filter((line) => line.vsProvince.value !== null)
  return {
    id: 'compared',
    title: `${periodWords}增速与全省、全国比较`,
    lead: null,
    columns: [column('指标', 'left'), column('本市%'), column('全省%'), column('全国%'), column('较全省')],
    rows: beside.map((line) => ({
      name: line.label,
      cells: [line.growth, line.province, line.nation, line.vsProvince],
    })),
    note: '较全省为测算，单位：个百分点',
    isInner: anyInner(beside),
  }
}

const PLACES: Readonly<Record<SlidePlaces['kind'], string>> = {
  peers: '21市州比较',
  counties: '县（市、区）排位',
  zones: '园区（另排，不与县区相加）',
}

const placeNote = (places: readonly RankedPlace[], isWhole: boolean): string => {
  const known = places.filter((place) => place.value !== null).length
  return isWhole
    ? '按增速排序，并列同位、下一位跳号'
    : `按增速排序；${places.length}个中${known}个有数，其余未公布或未报送，不编位次`
}

const placesTopic = ({ id, kind, indicator, columns, places, isInner }: SlidePlaces): SlideTopic => {
  const known = kind === 'peers' ? places.filter((place) => place.value !== null) : places
  const { rows, isWhole } = rankPlaces(places)
  return {
    id,
    title: `${indicator}　${PLACES[kind]}`,
    lead: null,
    columns: [column('地区', 'left'), ...(isWhole ? [column('位次', 'center')] : []), ...columns],
    rows: kind === 'peers' ? rows.slice(0, known.length) : rows,
    note: placeNote(places, isWhole),
    isInner,
  }
}

const behindTarget = ({ lines }: MeetingSlidesInput): SlideTopic => {
  const behind = lines.filter((line) => line.state === '欠序时' || (line.vsTarget.value ?? 0) < 0)
  return {
    id: 'behind',
    title: '欠序时指标',
    lead: null,
    columns: [
      column('指标', 'left'),
      column('目标'),
      column('完成%'),
      column('较目标'),
      column('需增长%'),
      column('牵头单位', 'left'),
    ],
    rows: behind.map((line) => ({
      name: line.label,
      cells: [line.target, line.growth, line.vsTarget, line.required, words(line.leadUnit)],
    })),
    note: '较目标、需增长为测算',
    isInner: anyInner(behind),
  }
}

const belowProvince = ({ lines }: MeetingSlidesInput): SlideTopic => {
  const below = lines.filter((line) => (line.vsProvince.value ?? 0) < 0)
  return {
    id: 'below',
    title: '低于全省的指标',
    lead: null,
    columns: [column('指标', 'left'), column('本市%'), column('全省%'), column('较全省'), column('牵头单位', 'left')],
    rows: below.map((line) => ({
      name: line.label,
      cells: [line.growth, line.province, line.vsProvince, words(line.leadUnit)],
    })),
    note: '较全省为测算，单位：个百分点',
    isInner: anyInner(below),
  }
}

const projects = ({ projects: states, demoProjects }: MeetingSlidesInput): SlideTopic => {
  const total = states.reduce((sum, { count }) => sum + count, 0)
  return {
    id: 'projects',
    title: '重点项目',
    lead: total === 0 ? null : `台账项目${total}个，按阶段：`,
    columns: [column('阶段', 'left'), column('个数')],
    rows: states.map(({ state: name, count }) => ({ name, cells: [{ text: String(count) }] })),
    note: `按台账计数${demoProjects > 0 ? `；演示项目${demoProjects}个不计入` : ''}`,
    isInner: false,
  }
}

const carried = ({ carried: items, carriedFrom }: MeetingSlidesInput): SlideTopic => ({
  id: 'carried',
  title: `上次议定未办结事项${items.length > 0 ? `（${items.length}件）` : ''}`,
  lead: null,
  columns: [column('事项', 'left'), column('牵头单位', 'left'), column('完成时限', 'center'), column('状态', 'left')],
  rows: items.map((item) => ({
    name: item.title,
    cells: [words(item.leadUnit), words(item.deadline), state(item.state)],
  })),
  note: carriedFrom,
  isInner: false,
  isProse: true,
})

const coordination = ({ coordination: open }: MeetingSlidesInput): SlideTopic => ({
  id: 'coordination',
  title: '需协调事项',
  lead: null,
  columns: [column('事项', 'left'), column('提出单位', 'left'), column('责任单位', 'left'), column('状态', 'left')],
  rows: open.map((one) => ({ name: one.title, cells: [words(one.raisedBy), words(one.unit), { text: one.state }] })),
  note: null,
  isInner: false,
  isProse: true,
})

const decisions = ({ decisions: points }: MeetingSlidesInput): SlideTopic => ({
  id: 'decisions',
  title: '提请研究事项',
  lead: null,
  columns: [column('议题', 'left'), column('待拍板', 'left'), column('汇报单位', 'left')],
  rows: points.map((point) => ({ name: point.title, cells: [{ text: point.decision }, words(point.unit)] })),
  note: null,
  isInner: false,
  isProse: true,
})

/**
 * The topics of a meeting in the order they are heard: 总体, against province and nation, places, what is behind and why
 * it matters to whom, projects by count only, last decisions still open, what needs coordinating, what is to be decided.
 * No person, no enterprise and no single project is named.
 */
export const meetingTopics = (input: MeetingSlidesInput): readonly SlideTopic[] => [
  headline(input),
  compared(input),
  ...input.places.map(placesTopic),
  behindTarget(input),
  belowProvince(input),
  projects(input),
  carried(input),
  coordination(input),
  decisions(input),
]
