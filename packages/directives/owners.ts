import { isUnitName } from './lexicon/unit-names.ts'
import { opensWithVerb } from './lexicon/verbs.ts'
import type { Span } from './sentences.ts'

/** Units a stretch of text names as the ones who act, first the lead. Spans point into the text. */
export type Owners = { lead: Span[]; assist: Span[] }

/** What may follow a list of units that acts: a modal, a verb of duty, a time, a preposition, or the end. */
const AFTER =
  /^(?:[，。；：（）]|$|要|须|必须|应当|应(?![急用对收届邀])|务必|于|在|负责|牵头|会同|联合|配合|协助|协同|支持|参与|具体|主要|组织|统筹|按|对|将|把|分别|共同|每|制定|建立|加强|加快|完成|抓好|做好|落实|推进|督促|指导|开展|承担|作为|为主|为责任|汇总|提出|报|尽快|进一步|认真|严格|切实|等|\d)/u
const JOINT = /^(?:、|和|及|与|以及)/u
const LONGEST_NAME = 24

/** Where a name that begins at `from` may end: outside brackets, before any mark. */
const reachOf = (text: string, from: number, limit: number): number => {
  let depth = 0
  for (let at = from; at < Math.min(limit, from + LONGEST_NAME); at += 1) {
    const unit = text[at] ?? ''
    if (unit === '（') depth += 1
    if (unit === '）') depth -= 1
    if (depth < 0 || (depth === 0 && '，。；：、'.includes(unit))) return at
  }
  return Math.min(limit, from + LONGEST_NAME)
}

/** 区发改局和区水务局 is two names, 市规划和自然资源局 one: it parts only where the left side is a unit too. */
const beforeJoint = (text: string, from: number, end: number): number => {
  for (const match of text.slice(from, end).matchAll(/以及|和|及/gu)) {
    if (isUnitName(text.slice(from, from + match.index))) return from + match.index
  }
  return end
}

const mayFollow = (rest: string): boolean => AFTER.test(rest) || JOINT.test(rest) || opensWithVerb(rest)

/** End of the unit name that begins at `from`, the longest whose next word may follow; -1 when there is none. */
const nameEnd = (text: string, from: number, limit: number): number => {
  for (let end = reachOf(text, from, limit); end > from + 1; end -= 1) {
    if (!isUnitName(text.slice(from, end)) || text[end] === '（') continue
    if (mayFollow(text.slice(end, Math.min(limit, end + 6)))) return beforeJoint(text, from, end)
  }
  return -1
}

/** The units a list opens with at `from`: their spans and where the list ends. */
export const unitList = (text: string, from: number, limit: number): { units: Span[]; end: number } => {
  const units: Span[] = []
  let at = from
  for (;;) {
    const end = nameEnd(text, at, limit)
    if (end < 0) break
    units.push({ start: at, end })
    const joint = JOINT.exec(text.slice(end, end + 2))
    if (!joint) return { units, end }
    at = end + joint[0].length
  }
  const last = units.at(-1)
  const others = /^等?(?:有关|相关|各有关)?(?:部门|单位)?/.exec(text.slice(at, at + 8))
  return { units, end: last ? Math.max(last.end, others?.[0] ? at + others[0].length : last.end) : from }
}

const DUTY = /由(?=.{1,60}?(?:牵头|负责|会同|组织|承担|统筹|督促|指导|落实|主办|督办|制定|汇总))/gu
const ASSISTS = /^(?:具体|积极|主动|共同|密切|全力|做好)*(?:配合|协助|支持|参与|协同)/u
const WITH = /会同|联合/gu
const LABEL = /(责任单位|牵头单位|主办单位|承办单位|责任主体|配合单位|协办单位|责任部门|牵头部门|配合部门)[:：]?\s*/gu
const BRACKETED = /（([^（）]*(?:（[^（）]*）[^（）]*)*)）/gu

const addList = (text: string, from: number, limit: number, into: Span[]): number => {
  const { units, end } = unitList(text, from, limit)
  into.push(...units)
  return end
}

const afterDuty = (text: string, span: Span, owners: Owners): void => {
  const part = text.slice(span.start, span.end)
  if (part.startsWith('由')) addList(text, span.start + 1, span.end, owners.lead)
  for (const match of part.matchAll(DUTY)) addList(text, span.start + match.index + 1, span.end, owners.lead)
  for (const match of part.matchAll(WITH)) {
    if (match.index > 0) addList(text, span.start + match.index + match[0].length, span.end, owners.assist)
  }
  for (const match of part.matchAll(LABEL)) {
    const into = /配合|协办/.test(match[0]) ? owners.assist : owners.lead
    addList(text, span.start + match.index + match[0].length, span.end, into)
  }
}

/** A bracket that holds nothing but units: 加快签约（市经合局、各县区）. */
const inBrackets = (text: string, span: Span, owners: Owners): void => {
  for (const match of text.slice(span.start, span.end).matchAll(BRACKETED)) {
    const from = span.start + match.index + 1
    const limit = span.start + match.index + match[0].length - 1
    const { units, end } = unitList(text, from, limit)
    if (
      end === limit &&
      units.length > 0 &&
      span.start + match.index > 0 &&
      !isPartOfName(text, match.index + span.start)
    ) {
      owners.lead.push(...units)
    }
  }
}

const isPartOfName = (text: string, bracket: number): boolean => /[各县市区]/.test(text[bracket - 1] ?? '')

/** The list goes on with somebody no unit is named by: 各县（市、区）、园区要…. */
const OTHERS = /^(?:、|和|及)[\u4e00-\u9fff]{2,12}?(?:要|须|必须|应当|负责)/u

/** Units the clause opens with as its subject: 区应急局要…, 各街道配合…. Null when it opens with something else. */
export const subjectUnits = (text: string, span: Span): (Owners & { end: number }) | null => {
  const { units, end } = unitList(text, span.start, span.end)
  const rest = text.slice(end, Math.min(span.end, end + 16))
  if (units.length === 0 || end >= span.end || !(AFTER.test(rest) || OTHERS.test(rest))) return null
  const assists = ASSISTS.test(text.slice(end, Math.min(span.end, end + 12)))
  return assists ? { lead: [], assist: units, end } : { lead: units, assist: [], end }
}

const once = (spans: readonly Span[]): Span[] => [...new Map(spans.map((span) => [span.start, span])).values()]

/**
 * Units literally named as those who do what the clauses say, in `text` (readable form).
 * Reads subjects (X要, X负责), 由X牵头, 会同X, X配合, labels (责任单位：X) and brackets of units. A unit that merely
 * occurs (报区防汛办备案, 与科研院所对接) is not an owner; 各单位, 各级, 全市上下 name nobody and are left out.
 */
export const ownersOf = (text: string, clauses: readonly Span[]): Owners => {
  const owners: Owners = { lead: [], assist: [] }
  for (const clause of clauses) {
    const subject = subjectUnits(text, clause)
    if (subject) {
      owners.lead.push(...subject.lead)
      owners.assist.push(...subject.assist)
    }
    afterDuty(text, clause, owners)
    inBrackets(text, clause, owners)
  }
  return { lead: once(owners.lead), assist: once(owners.assist) }
}

/**
 * Parts the units of a directive into the lead, the first of those that act, and those that assist. A unit its words
 * only name as helping (X配合) never becomes the lead. `units` are the directive's own, in its order; `words` its text.
 */
export const leadAndAssist = (words: string, units: readonly string[]): { lead: string | null; assist: string[] } => {
  const helps = (unit: string): boolean => {
    const at = words.indexOf(unit)
    if (at < 0) return false
    const behind =
      /^(?:[、和及与][^，。；]{2,40}?)?(?:等[^，。；]{0,6})?(?:具体|积极|主动|共同|密切|全力|做好)*(?:配合|协助|支持|参与|协同)/u
    return (
      behind.test(words.slice(at + unit.length)) ||
      /(?:会同|联合|配合单位：|协办单位：)[^，。；]{0,40}$/u.test(words.slice(0, at))
    )
  }
  const lead = units.find((unit) => !helps(unit)) ?? null
  return { lead, assist: units.filter((unit) => unit !== lead) }
}
