import { surnameLength } from './lexicon/surnames.ts'
import { paragraphsOf, type Span, sentencesOf } from './sentences.ts'

/** A person the text says took part; spans into the text. `role` null where only the name is given. */
export type AttendeeSpan = { name: Span; role: Span | null }

const POST =
  /(?:副书记|书记|副市长|市长|副州长|州长|副县长|县长|副区长|区长|副省长|省长|副主任|主任|副主席|主席|常委|副秘书长|秘书长|副局长|局长|副部长|部长|副组长|组长|巡视员|调研员|党组成员|成员|委员|检察长|院长|政委|司令员|副专员|专员|副厅长|厅长|科长|行长|总经理|董事长|校长|主委|副镇长|镇长|乡长|总工程师|理事长|会长|副指挥长|指挥长|队长|盟长|旗长|主官|市领导|县领导|区领导|负责人|负责同志|处长|所长|站长|参谋长|总规划师|总经济师|督查专员|督学|首席代表)$/u
const POST_WORD =
  /书记|市长|州长|县长|区长|省长|主任|主席|常委|秘书长|局长|部长|组长|巡视员|调研员|成员|委员|检察长|院长|政委|司令员|专员|厅长|行长|总经理|董事长|校长|主委|镇长|乡长|总工程师|理事长|会长|指挥长|盟长|旗长|领导/gu
const TOOK_PART = /主持|出席|列席|参加|讲话|汇报|通报|传达|作说明|致辞|宣读|部署/u
const AFTER_NAME =
  /^(?:[，。；：、\s（]|$|主持|出席|列席|参加|讲话|作|传达|通报|汇报|强调|指出|要求|安排|部署|率|带队|等|和|及|与|并|分别|就|在|代表|宣读|介绍|致辞|同志|对|表示|先后|到会|受|为|陪同|一同|逐一|应邀|带领|围绕|总结)/u

/** End of a personal name that begins at `from`, its longest reading of two to four characters; -1 when there is none. */
const nameEnd = (text: string, from: number, limit: number): number => {
  const spaced = /^([\u4e00-\u9fff]) {1,2}([\u4e00-\u9fff])/u.exec(text.slice(from, Math.min(limit, from + 6)))
  if (spaced && surnameLength(spaced[1] ?? '') > 0 && AFTER_NAME.test(text.slice(from + spaced[0].length, limit)))
    return from + spaced[0].length
  const dotted = /^[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6}){1,2}/u.exec(
    text.slice(from, Math.min(limit, from + 20)),
  )
  if (dotted) return from + dotted[0].length
  const surname = surnameLength(text.slice(from, from + 2))
  if (surname === 0) return -1
  for (const given of [2, 1]) {
    const end = from + surname + given
    if (end > limit || !/^[\u4e00-\u9fff]+$/u.test(text.slice(from, end))) continue
    if (AFTER_NAME.test(text.slice(end, Math.min(limit, end + 3)))) return end
  }
  return -1
}

const ROLE_NOISE =
  /^(?:.*(?:会议由|活动由)|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?|(?:上午|下午|当日|当天|日前|近日|昨日|今日|由|和|及|以及|与|同时|在[\u4e00-\u9fff]{0,6}的|会上|受.{2,12}委托))/u

/** The role that ends at `end`: back to the last mark, and over 、 as long as each part is a post too. */
const roleBefore = (text: string, from: number, end: number): Span | null => {
  let start = end
  while (start > from && !'，。；：、 \n'.includes(text[start - 1] ?? '')) start -= 1
  while (start > from && text[start - 1] === '、') {
    let before = start - 1
    while (before > from && !'，。；：、 \n'.includes(text[before - 1] ?? '')) before -= 1
    if (!POST.test(text.slice(before, start - 1))) break
    start = before
  }
  const noise = ROLE_NOISE.exec(text.slice(start, end))
  const role = { start: start + (noise?.[0].length ?? 0), end }
  return role.start < role.end && POST.test(text.slice(role.start, role.end)) ? role : null
}

/** Names that follow one role, parted by 、: 副市长甲、乙、丙. */
const namesAfter = (text: string, from: number, limit: number): Span[] => {
  const names: Span[] = []
  let at = from
  for (;;) {
    const end = nameEnd(text, at, limit)
    if (end < 0) return names
    names.push({ start: at, end })
    const joint = /^[、，和及 ]/u.exec(text.slice(end, Math.min(limit, end + 1)))
    if (!joint) return names
    at = end + 1
  }
}

const inSentence = (text: string, sentence: Span): AttendeeSpan[] => {
  const found: AttendeeSpan[] = []
  const part = text.slice(sentence.start, sentence.end)
  for (const match of part.matchAll(POST_WORD)) {
    const end = sentence.start + match.index + match[0].length
    const role = roleBefore(text, found.at(-1)?.name.end ?? sentence.start, end)
    if (!role) continue
    for (const name of namesAfter(text, end, sentence.end)) found.push({ name, role })
  }
  const listed = /^(?:出席|列席|参加|主持)(?:人员|人|领导)?： */u.exec(part)
  if (listed) {
    for (const name of namesAfter(text, sentence.start + listed[0].length, sentence.end))
      found.push({ name, role: null })
  }
  const bare = /^(?:会议由)?([\u4e00-\u9fff]{2,4}?)(?:同志)?(?=主持(?:召开)?(?:了)?(?:会议|并))/u.exec(part)
  if (bare?.[1] && surnameLength(bare[1]) > 0 && found.length === 0) {
    const start = sentence.start + bare[0].indexOf(bare[1])
    found.push({ name: { start, end: start + bare[1].length }, role: null })
  }
  return found
}

/**
 * People named as taking part, in order, each once: name and post as the text has them. `text` is readable text.
 * Units sent without a name (有关负责同志), reporters and editors are not people who attended.
 */
export const attendeesOf = (text: string): AttendeeSpan[] => {
  const byName = new Map<string, AttendeeSpan>()
  for (const paragraph of paragraphsOf(text)) {
    for (const sentence of sentencesOf(text, paragraph)) {
      if (!TOOK_PART.test(text.slice(sentence.start, sentence.end))) continue
      for (const person of inSentence(text, sentence)) {
        const name = text.slice(person.name.start, person.name.end).replaceAll(' ', '')
        const known = byName.get(name)
        if (!known || (known.role === null && person.role !== null)) byName.set(name, person)
      }
    }
  }
  return [...byName.values()].sort((a, b) => a.name.start - b.name.start)
}
