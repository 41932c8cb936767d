import { parseFigureRef } from '@yundiao/figures'
import type { EventRow } from '@yundiao/store'
import { CLOSURE_LABELS } from './directive-words.ts'
import type { HistoryLine } from './event-lines.ts'
import type { Names } from './names.ts'

const LABELS: Readonly<Record<string, string>> = {
  number: '编号',
  title: '督办事项',
  lead_unit: '牵头单位',
  assist_units: '配合单位',
  lead_leader: '牵头市领导',
  region: '县市区（园区）',
  deadline: '完成时限',
  measure: '量化目标或成果形式',
  closure_kind: '办结类型',
  state: '办理状态',
  opened_on: '立项日期',
  closed_on: '办结日期',
  closed_by: '办结经办',
  steps: '具体举措',
  remark: '备注',
  feedback: '反馈频次',
  source_title: '依据名称',
  source_number: '文号',
  quote: '原文',
}

const WORDS: Readonly<Record<string, string>> = {
  'item.added': '立项',
  'item.changed': '修改',
  'item_link.added': '关联',
  'item_link.changed': '调整关联',
  'progress.added': '反馈进展',
  'progress.changed': '修改进展',
  'file.added': '附件',
}

/** Acts whose note begins with their own word. */
const ACT = /^(办结依据|延期|暂缓|恢复|改办|核查销号|重新督办|重新立项|取消关联|申请办结|退回)[（：]/u

/** Follows from a change of the item itself, which is told. */
const isEcho = (event: EventRow): boolean => event.body.note === '随事项调整'

const shown = (column: string, value: unknown, names: Names): string => {
  if (value === null || value === undefined || value === '') return '待明确'
  if (Array.isArray(value)) return value.map((one) => names.unit(String(one)) ?? String(one)).join('、') || '待明确'
  const text = String(value)
  if (column === 'lead_unit') return names.unit(text) ?? text
  if (column === 'region') return names.place(text)?.name ?? text
  if (column === 'closure_kind') return CLOSURE_LABELS[text as keyof typeof CLOSURE_LABELS] ?? text
  return text
}

type Side = Readonly<Record<string, unknown>>

const side = (event: EventRow, name: 'before' | 'after'): Side => (event.body[name] ?? {}) as Side

const changed = (event: EventRow, names: Names): string[] => {
  const [before, after] = [side(event, 'before'), side(event, 'after')]
  return Object.keys(after).flatMap((column) => {
    const label = LABELS[column]
    return label === undefined
      ? []
      : [`${label}：${shown(column, before[column], names)} → ${shown(column, after[column], names)}`]
  })
}

/** What was linked, without naming what the reader may not see: the links above tell the rest. */
const linked = (event: EventRow): string[] => {
  const { figure } = side(event, 'after')
  return [typeof figure === 'string' ? `指标数据 ${parseFigureRef(figure)?.period ?? ''}`.trim() : '台账记录']
}

const added = (event: EventRow, names: Names): string[] => {
  const after = side(event, 'after')
  if (event.kind === 'progress.added')
    return [String(after.text ?? ''), ...(after.on_behalf_of ? [`代录：${String(after.on_behalf_of)}`] : [])]
  if (event.kind === 'item_link.added') return linked(event)
  if (event.kind === 'file.added') return [String(after.name ?? '')]
  return ['number', 'lead_unit', 'deadline', 'measure'].map(
    (column) => `${LABELS[column]}：${shown(column, after[column], names)}`,
  )
}

const whatOf = (event: EventRow): string => {
  const [, act] = ACT.exec(String(event.body.note ?? '')) ?? []
  if (act) return act === '办结依据' ? '办结' : act
  const asks = event.kind === 'progress.added' && side(event, 'after').closing === '待核'
  return asks ? '申请办结' : (WORDS[event.kind] ?? event.kind)
}

/** The life of an item from its events, newest first: what was done, by whom, each change in words. */
export const itemLines = (events: readonly EventRow[], names: Names): HistoryLine[] =>
  events
    .filter((event) => !isEcho(event))
    .map((event) => {
      const lines = event.kind.endsWith('.added') ? added(event, names) : changed(event, names)
      const { note } = event.body
      const said = typeof note === 'string' && note !== '' ? [note] : []
      return { at: event.at, by: event.by, what: whatOf(event), lines: [...lines, ...said] }
    })
