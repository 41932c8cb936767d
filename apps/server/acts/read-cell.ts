import { nextQuarterEnds, type Terms, typedDeadline } from '@yundiao/directives'
import { type LocalDate, parseLocalDate } from '@yundiao/kernel'
import { CLOSURE_KINDS, CLOSURE_LABELS } from '../views/directive-words.ts'
import type { UnitBook } from './item-units.ts'
import type { LeaderBook } from './leaders.ts'

/** Columns of sheet T3 a person fills in, by the field a cell names; 阶段节点 are `node:<day>`. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  title: '工作任务',
  steps: '具体举措',
  measure: '量化目标或成果形式',
  deadline: '完成时限',
  leadLeader: '牵头市领导',
  leadUnit: '牵头单位',
  units: '责任单位',
  closure: '办结类型',
  feedback: '反馈频次',
  remark: '备注',
}

const LONGEST: Readonly<Record<string, number>> = {
  title: 500,
  steps: 1000,
  measure: 500,
  remark: 500,
  leadLeader: 60,
  feedback: 80,
}
const LONGEST_NODE = 200
const NODE = 'node:'

/** 待明确 is what an empty cell prints; pasted back, it is empty. */
const UNSAID = '待明确'

const nodeDay = (field: string): LocalDate | null =>
  field.startsWith(NODE) ? parseLocalDate(field.slice(NODE.length)) : null

/** The column a cell stands in, as its head reads; null for no column of the sheet. */
export const columnOf = (field: string): string | null => {
  const day = nodeDay(field)
  return day === null ? (FIELD_LABELS[field] ?? null) : `阶段节点（${Number(day.slice(5, 7))}月底）`
}

export type CellBasis = { day: LocalDate; today: LocalDate; units: UnitBook; leaders: LeaderBook }

/** What a cell says, or why it cannot be taken, in words that follow the place. */
export type CellReading = { set: Partial<Terms> } | { fault: string }

const fault = (words: string): CellReading => ({ fault: words })

const readUnit = (text: string, { units }: CellBasis): string | null => (text === UNSAID ? null : units.find(text))

const readLead = (text: string, terms: Terms, basis: CellBasis): CellReading => {
  if (text === '') return { set: { leadUnit: null } }
  const unit = readUnit(text, basis)
  if (unit === null) return fault(`“${text}”不在单位名录，请写名录中的全称或简称`)
  return { set: { leadUnit: unit, assistUnits: terms.assistUnits.filter((other) => other !== unit) } }
}

/** 责任单位: 列首位者为牵头. */
const readUnitList = (text: string, basis: CellBasis): CellReading => {
  const names = text.split(/[、，,；;\n]/u).map((name) => name.trim())
  const [lead = '', ...assist] = names.filter((name, i) => name !== '' || i === 0)
  const all = [lead, ...assist].filter((name) => name !== '' && name !== UNSAID)
  const unknown = all.find((name) => readUnit(name, basis) === null)
  if (unknown !== undefined) return fault(`“${unknown}”不在单位名录，请写名录中的全称或简称，几个单位用顿号隔开`)
  const first = lead === '' || lead === UNSAID ? null : readUnit(lead, basis)
  const rest = assist.flatMap((name) => readUnit(name, basis) ?? [])
  return { set: { leadUnit: first, assistUnits: [...new Set(rest)].filter((unit) => unit !== first) } }
}

const readDeadline = (text: string, { day, today }: CellBasis): CellReading => {
  if (text === '') return { set: { deadline: null, deadlineWords: null } }
  const typed = typedDeadline(text, day)
  if (!typed) return fault(`“${text}”认不出日期，请写作 2022-06-30、6月底前或长期坚持`)
  if (typed.on !== null && typed.on < today) return fault(`${typed.on} 早于今天 ${today}，请核对`)
  return { set: { deadline: typed.on, deadlineWords: typed.words } }
}

const readClosure = (text: string): CellReading => {
  if (text === '') return { set: { closure: null } }
  const kind = CLOSURE_KINDS.find((one) => one === text || CLOSURE_LABELS[one] === text)
  return kind
    ? { set: { closure: kind } }
    : fault(`“${text}”不是办结类型，应为${CLOSURE_KINDS.map((one) => CLOSURE_LABELS[one]).join('、')}之一`)
}

const readLeader = (text: string, { leaders }: CellBasis): CellReading => {
  const why = text === '' ? null : leaders.ended(text)
  return why === null ? { set: { leadLeader: text === '' ? null : text } } : fault(why)
}

const readNode = (by: LocalDate, text: string, terms: Terms, { today }: CellBasis): CellReading => {
  if (!nextQuarterEnds(today).includes(by) && !terms.nodes.some((node) => node.by === by))
    return fault(`${by} 不是本表的节点，请填最近两个季末`)
  if (text.length > LONGEST_NODE) return fault(`${text.length} 字，超过 ${LONGEST_NODE} 字，请精简`)
  const others = terms.nodes.filter((node) => node.by !== by)
  const nodes = text === '' ? others : [...others, { by, words: text }]
  return { set: { nodes: nodes.sort((a, b) => (a.by < b.by ? -1 : 1)) } }
}

/** Reads one cell over the terms its line has so far. */
export const readCell = (field: string, typed: string, terms: Terms, basis: CellBasis): CellReading => {
  const text = typed.trim() === UNSAID ? '' : typed.trim()
  const longest = LONGEST[field]
  if (longest !== undefined && text.length > longest) return fault(`${text.length} 字，超过 ${longest} 字，请精简`)
  const by = nodeDay(field)
  if (by !== null) return readNode(by, text, terms, basis)
  switch (field) {
    case 'leadUnit':
      return readLead(text, terms, basis)
    case 'units':
      return readUnitList(text, basis)
    case 'deadline':
      return readDeadline(text, basis)
    case 'closure':
      return readClosure(text)
    case 'leadLeader':
      return readLeader(text, basis)
    default:
      return { set: { [field]: text === '' ? null : text } }
  }
}
