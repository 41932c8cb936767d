import { nextQuarterEnds, simplify, type Terms } from '@yundiao/directives'
import type { LocalDate } from '@yundiao/kernel'
import type { ClauseRecord } from '../acts/clause-record.ts'
import { type Breakdown, termsOfItem } from './breakdown.ts'
import { CLOSURE_LABELS, themeLabel } from './directive-words.ts'

/** A line of sheet T3 as it is printed and sent for approval: one item, what is 待明确 null. */
export type TaskLine = {
  item: string
  number: string
  /** 一、聚焦产业发展: the group of the text it stands in. */
  section: { key: string; title: string }
  /** 会议要求: the sentence of the text, in its own characters, that lines side by side share. */
  sentence: { key: string; text: string }
  /** The characters of its own requirement and of those merged into it. */
  quotes: readonly string[]
  terms: Omit<Terms, 'leadUnit' | 'assistUnits' | 'closure'> & {
    leadUnit: string | null
    /** 责任单位, the lead first. */
    units: readonly string[]
    closure: string | null
  }
  leadUnitId: string | null
  handedOn: LocalDate | null
}

const parentOf = (basis: Breakdown, clause: ClauseRecord): ClauseRecord | undefined =>
  clause.parent === null ? undefined : basis.clauses.find((one) => one.id === clause.parent)

const rootOf = (basis: Breakdown, clause: ClauseRecord): ClauseRecord => {
  const parent = parentOf(basis, clause)
  return parent ? rootOf(basis, parent) : clause
}

const sectionOf = (basis: Breakdown, clause: ClauseRecord): TaskLine['section'] => {
  const root = rootOf(basis, clause)
  return root.heading
    ? { key: root.id, title: simplify(root.action ?? root.text) }
    : { key: root.theme ?? 'other', title: themeLabel(root.theme) }
}

/** The stretch of the text from a heading to the last requirement under it; a requirement without one stands alone. */
const sentenceOf = (basis: Breakdown, clause: ClauseRecord): TaskLine['sentence'] => {
  const parent = parentOf(basis, clause)
  if (!parent) return { key: clause.id, text: clause.text }
  const under = basis.leaves.filter((leaf) => leaf.parent === parent.id)
  const start = parent.starts ?? 0
  const end = Math.max(parent.ends ?? 0, ...under.map((leaf) => leaf.ends ?? 0))
  return { key: parent.id, text: basis.document.text?.slice(start, end) ?? parent.text }
}

const namedTerms = (terms: Terms, { units }: Breakdown): TaskLine['terms'] => {
  const { leadUnit, assistUnits, closure, ...rest } = terms
  const lead = leadUnit === null ? [] : [units.nameOf(leadUnit)]
  return {
    ...rest,
    leadUnit: lead[0] ?? null,
    units: [...lead, ...assistUnits.map(units.nameOf)],
    closure: closure === null ? null : CLOSURE_LABELS[closure],
  }
}

/** The items of a document as lines of sheet T3, in the order of its text. */
export const taskLines = (basis: Breakdown): TaskLine[] =>
  basis.leaves.flatMap((clause) => {
    const item = clause.disposition === 'item' && clause.item !== null ? basis.items.get(clause.item) : undefined
    if (!item) return []
    const merged = basis.leaves.filter((leaf) => leaf.disposition === 'merged' && leaf.item === item.id)
    return [
      {
        item: item.id,
        number: item.number ?? '',
        section: sectionOf(basis, clause),
        sentence: sentenceOf(basis, clause),
        quotes: [clause.text, ...merged.map(({ text }) => text)],
        terms: namedTerms(termsOfItem(item), basis),
        leadUnitId: item.leadUnit,
        handedOn: item.handedOn,
      },
    ]
  })

/** 6月底: an end of a quarter as sheet T3 heads its column. */
export const nodeLabel = (by: LocalDate): string => `${Number(by.slice(5, 7))}月底`

/** The two columns 阶段节点 of the sheet, as of a day. */
export const nodeDays = (on: LocalDate): readonly [LocalDate, LocalDate] => nextQuarterEnds(on)

/** A line's cells by column, in words: what a 送审 keeps and is compared by. */
export const cellsOf = ({ terms, quotes }: TaskLine): Readonly<Record<string, string>> => ({
  会议要求: quotes.join('；'),
  工作任务: terms.title,
  具体举措: terms.steps ?? '',
  量化目标或成果形式: terms.measure ?? '',
  ...Object.fromEntries(terms.nodes.map(({ by, words }) => [`阶段节点（${nodeLabel(by)}）`, words])),
  完成时限: terms.deadlineWords ?? terms.deadline ?? '',
  牵头市领导: terms.leadLeader ?? '',
  责任单位: `${terms.leadUnit === null && terms.units.length > 0 ? '待明确、' : ''}${terms.units.join('、')}`,
  办结类型: terms.closure ?? '',
  反馈频次: terms.feedback ?? '',
  备注: terms.remark ?? '',
})
