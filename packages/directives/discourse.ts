import { surnameLength } from './lexicon/surnames.ts'

/**
 * What a stretch of a readout does: reports facts, assesses, asks, or records what was resolved. Requirements are read
 * freely where it asks or resolves, and only under an explicit 要, 须 … elsewhere.
 */
export type Mode = 'facts' | 'assesses' | 'asks' | 'resolves'

const VERBS: Readonly<Record<string, Mode>> = {
  指出: 'assesses',
  认为: 'assesses',
  表示: 'assesses',
  强调: 'asks',
  要求: 'asks',
  提出: 'asks',
  部署: 'asks',
  号召: 'asks',
  议定: 'resolves',
  决定: 'resolves',
  明确: 'resolves',
  确定: 'resolves',
  商定: 'resolves',
  同意: 'resolves',
  议决: 'resolves',
  听取: 'facts',
  通报: 'facts',
  传达: 'facts',
  审议: 'facts',
  审定: 'facts',
  研究: 'facts',
  汇报: 'facts',
  介绍: 'facts',
  讨论: 'facts',
  观看: 'facts',
  学习: 'facts',
  书面: 'facts',
  套开: 'facts',
  安排: 'facts',
  原则: 'resolves',
}

const MEETING =
  /^(?:本次|此次|这次)?(?:会议|全会|常委会|常务会|与会\S{0,6}|会上|会)(?:还|并|也|同时|特别|最后|随后|进一步|再次|一致|逐一|分别|书面|集体|专题)*(?:就|对|围绕)?/u
const VERB =
  /(指出|认为|表示|强调|要求|提出|部署|号召|议定|决定|明确|确定|商定|同意|议决|听取|通报|传达|审议|审定|研究|汇报|介绍|讨论|观看|学习|安排)(?:了|如下)?/u
const BARE =
  /^(?:并|还|同时|他|她|其|最后)?(?:还|并)?(强调|指出|要求|提出要求|议定|提出|认为)(?=要|须|必须|，|：|$|各|全|一是|“|如下)/u
const ASIDE = /^(?:了)?(?:如下|以下|\S{0,3}点|几点|明确|具体|\S{0,8})?(?:要求|意见|事项|安排|部署|工作|问题)?$/u

export type Marker = { mode: Mode /** Units of the marker; the clause goes on behind it. */; length: number }

const isSpeaker = (prefix: string, speakers: readonly string[]): boolean => {
  const name = prefix.replace(
    /(?:同志|书记|市长|副市长|主任)?(?:就.{1,40}|在讲话中|还|并|同时|特别|最后|再次|进一步|[在对].{1,20})*$/u,
    '',
  )
  if (speakers.some((speaker) => prefix.startsWith(speaker) || name.endsWith(speaker))) return true
  if (/^(?:他|她|与会人员|大家|市领导)$/u.test(name)) return true
  return name.length >= 2 && name.length <= 4 && surnameLength(name) > 0 && name.length <= surnameLength(name) + 2
}

/** After the verb: nothing, the clause's own end, 要, a doer, or an ordinal; otherwise the verb is the clause's own. */
const goesOn = (rest: string): boolean =>
  rest === '' || /^(?:要|须|必须|各|全市|全省|全县|全区|一是|一要|“|如下|把)/u.test(rest)

const meetingMarker = (clause: string): Marker | null => {
  const opening = MEETING.exec(clause)
  if (!opening) return null
  const verb = VERB.exec(clause.slice(opening[0].length, opening[0].length + 60))
  if (!verb) return null
  const mode = VERBS[verb[1] ?? ''] ?? 'facts'
  if (mode === 'facts') return { mode, length: clause.length }
  const length = opening[0].length + verb.index + verb[0].length
  return {
    mode: /提出要求/.test(clause) ? 'asks' : mode,
    length: ASIDE.test(clause.slice(length)) ? clause.length : length,
  }
}

/**
 * The discourse marker a clause opens with (会议强调, 曹立军指出, 会议就…提出要求, 强调要…), or null.
 * `clause` is readable text; `speakers` are names already read from the text.
 */
export const markerOf = (clause: string, speakers: readonly string[]): Marker | null => {
  const head = clause.slice(0, 120)
  const byMeeting = meetingMarker(head)
  if (byMeeting) return { ...byMeeting, length: byMeeting.length === head.length ? clause.length : byMeeting.length }
  const bare = BARE.exec(head)
  if (bare) return { mode: VERBS[(bare[1] ?? '').slice(0, 2)] ?? 'asks', length: bare[0].length }
  const verb = VERB.exec(head)
  if (!verb || verb.index === 0 || !isSpeaker(head.slice(0, verb.index), speakers)) return null
  const length = verb.index + verb[0].length
  const mode = VERBS[verb[1] ?? ''] ?? 'facts'
  if (mode === 'facts') return { mode, length: clause.length }
  if (ASIDE.test(head.slice(length))) return { mode: 'asks', length: clause.length }
  return goesOn(head.slice(length)) ? { mode, length } : null
}

const ORDINAL =
  /^(?:（?[一二三四五六七八九十]{1,3}）?[、.．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]，?|[一二三四五六七八九十]是(?=[^否])|[一二三四五六七八九十](?=要)|首先|其次|再次|此外|另外|同时(?=，|要)|特别是(?=要)|最后)[，\s]*/u

/** Units of the ordinal or connective a clause opens with: 一是, （二）, 3., 同时. */
export const ordinalLength = (clause: string): number => ORDINAL.exec(clause.slice(0, 16))?.[0].length ?? 0

/** Whether a paragraph is numbered as an item of minutes: 一、, （一）, 1. */
export const isNumbered = (paragraph: string): boolean =>
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．](?!\d))/u.test(paragraph)

const MODAL =
  /(?<![主重需只必首紧摘纪不简概扼将次若倘])要(?!素|害|么|是|件|道|旨|目|义|塞|地|职|务|约|点(?!面)|求(?!真|实)|闻(?!令)|领(?!会|悟|先|导)|紧(?!盯|扣|抓|跟|密|紧|握))|必须|(?<![无])须(?!知)|应当|应(?=于|按|及时|立即|尽快)|务必|不得(?!不)|严禁|(?<=^)请(?=各|市|省|县|区)/u

const LONGEST_SUBJECT = 40

/** Where the obligation word of a clause stands and what it is (要, 须, 必须, 应当, 请 …); null when it has none. */
export const modalOf = (clause: string): { at: number; length: number } | null => {
  const outside = clause
    .slice(0, LONGEST_SUBJECT + 2)
    .replace(/“[^”]*”|《[^》]*》/gu, (quoted) => '＿'.repeat(quoted.length))
  const match = MODAL.exec(outside)
  return match && match.index <= LONGEST_SUBJECT ? { at: match.index, length: match[0].length } : null
}

/** A sentence that closes or frames the report: who attended, who wrote it, where it was sent. */
export const isFrame = (sentence: string): boolean =>
  /(?:出席|列席|参加)(?:了)?(?:本次|此次)?(?:会议|活动|调研|汇报)?$|(?:出席|列席|参加)(?:了)?(?:会议|活动|调研)|主持(?:召开)?(?:了)?会议|^(?:编辑|责编|责任编辑|审核|校对|来源|作者|记者|监制|终审|初审|复审|抄送|主送|分送|发送|出席|列席|参加|请假|记录|签发|印发|供稿|图片|文图|主持人|参会人员)[：:\s]|^（.{0,20}记者/u.test(
    sentence.slice(0, 400),
  )
