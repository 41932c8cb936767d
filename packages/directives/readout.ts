import { attendeesOf } from './attendees.ts'
import { type Reading, type Request, readSentence } from './clauses.ts'
import { deadlineOf } from './deadlines.ts'
import type { Node } from './leaves.ts'
import { dayOf, meetingFacts } from './meeting-facts.ts'
import { outlineOf } from './outline.ts'
import { ownersOf } from './owners.ts'
import { paragraphsOf, type Span, sentencesOf } from './sentences.ts'
import { readable } from './simplify.ts'
import { type QuantTarget, targetsOf } from './targets.ts'
import { type Theme, themeOf } from './themes.ts'

/** One requirement. Keys are those of the command `readout parse`, whose form is frozen. */
export type ReadoutDirective = {
  /** `2.1.3`: place in the outline. */
  id: string
  parent: string | null
  level: number
  /** `[start, end)` in UTF-16 units of the text as given. */
  text_span: readonly [number, number]
  /** What is asked, in the text's own characters. */
  action: string
  theme: Theme
  /** Units literally named, in the text's own characters, the lead first. */
  responsible: string[]
  deadline: string | null
  quant_targets: QuantTarget[]
}

/** What a readout says: the meeting, who took part, what is asked. City and type are given in simplified characters. */
export type Readout = {
  title: string | null
  meeting_date: string | null
  meeting_type: string | null
  city: string | null
  attendees: { name: string; role: string | null }[]
  directives: ReadoutDirective[]
}

type Source = { text: string; read: string; day: ReturnType<typeof dayOf> }

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

const REACH = 300

const OFFICE = /[省市区县州][\u4e00-\u9fff]{1,12}?(?:局|委|办|厅|室)/gu

/** The sentence a span stands in, at most REACH units to each side. */
const around = (read: string, { start, end }: Span): string => {
  const before = read.slice(Math.max(0, start - REACH), start)
  const after = read.slice(end, end + REACH)
  return (
    before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1) +
    read.slice(start, end) +
    after.split(/[。\n]/u, 1)
  )
}

/** A heading that names no matter itself is about what more than half of its leaves are about. */
const shared = (themes: readonly Theme[]): Theme =>
  themes.find((theme) => themes.filter((other) => other === theme).length * 2 > themes.length) ?? 'other'

const directiveOf = (
  source: Source,
  node: Node,
  place: { id: string; parent: string | null; headings: readonly Span[] },
): ReadoutDirective => {
  const { text, read, day } = source
  const isLeaf = node.children.length === 0
  const words = read.slice(node.start, node.end)
  const owners = isLeaf ? ownersOf(read, node.clauses) : { lead: [], assist: [] }
  const headings = place.headings.map((span) => read.slice(span.start, span.end))
  const theme = themeOf(read.slice(node.action.start, node.end), headings, isLeaf ? around(read, node).replace(OFFICE, '') : '')
  return {
    id: place.id,
    parent: place.parent,
    level: place.headings.length + 1,
    text_span: [node.start, node.end],
    action: text.slice(node.action.start, node.action.end),
    theme,
    responsible: unique([...owners.lead, ...owners.assist].map((span) => text.slice(span.start, span.end))),
    deadline: isLeaf ? deadlineOf(words, day) : null,
    quant_targets: isLeaf
      ? targetsOf(words).map(({ start, end, value, unit }) => ({
          text: text.slice(node.start + start, node.start + end),
          value,
          unit,
        }))
      : [],
  }
}

const numbered = (
  source: Source,
  nodes: readonly Node[],
  parent: string | null,
  headings: readonly Span[],
): ReadoutDirective[] =>
  nodes.flatMap((node, index) => {
    const id = parent === null ? String(index + 1) : `${parent}.${index + 1}`
    const self = directiveOf(source, node, { id, parent, headings })
    const below = numbered(source, node.children, id, [node, ...headings])
    const isSilent = self.theme === 'other' && below.length > 0
    return [isSilent ? { ...self, theme: shared(below.map(({ theme }) => theme)) } : self, ...below]
  })

const outline = (read: string, bodyFrom: number, speakers: readonly string[]): Node[] => {
  let reading: Reading = { mode: 'facts', speakers }
  return paragraphsOf(read)
    .filter((paragraph) => paragraph.start >= bodyFrom)
    .flatMap((paragraph) => {
      const requests: Request[] = []
      for (const sentence of sentencesOf(read, paragraph)) {
        const step = readSentence(read, sentence, reading)
        reading = step.reading
        if (step.request) requests.push(step.request)
      }
      return outlineOf(read, requests)
    })
}

/**
 * Reads a meeting's readout or minutes, simplified or traditional: the meeting, the people, and what is asked as an
 * outline whose leaves are the tasks a 任务分解表 would list.
 * Nothing is supplied: an owner, a day or a number the words lack stays empty or null. Any text gives an answer; one
 * without requirements gives no directives. Takes time in proportion to the text; see `readReadout` for the limit.
 * The grammar: 会议指出 assesses, and only its clauses under 要, 须 … ask; 会议强调, 要求, 议定 ask; a short clause of
 * verb and object that several clauses elaborate is a heading.
 */
export const parseReadout = (text: string): Readout => {
  const read = readable(text)
  const facts = meetingFacts(read)
  const people = attendeesOf(read.slice(0, 6000))
  const source: Source = { text, read, day: dayOf(facts.date) }
  const nameOf = (from: string, span: Span): string => from.slice(span.start, span.end).replace(/\s/gu, '')
  const speakers = people.map(({ name }) => nameOf(read, name))
  return {
    title: facts.title ? text.slice(facts.title.start, facts.title.end) : null,
    meeting_date: facts.date,
    meeting_type: facts.type,
    city: facts.city,
    attendees: people.map(({ name, role }) => ({
      name: nameOf(text, name),
      role: role ? text.slice(role.start, role.end) : null,
    })),
    directives: numbered(source, outline(read, facts.bodyFrom, speakers), null, []),
  }
}

/** Longest text read, in UTF-16 units: about a hundred readouts, or six reports of a government's year. */
export const LONGEST_READOUT = 200_000

export type ReadoutRefusal = 'empty' | 'too-long' | 'not-text'
export type ReadoutReading = { kind: 'ok'; readout: Readout } | { kind: 'refused'; why: ReadoutRefusal }

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what tells a binary file
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001f\ufffd]/gu
const MOST_ODD = 0.01

/**
 * Reads a text of unknown origin. Refuses, before any work, one that is empty, longer than LONGEST_READOUT, or holds
 * more than one in a hundred control or replacement characters (a binary file, or another encoding).
 */
export const readReadout = (text: string): ReadoutReading => {
  if (text.length > LONGEST_READOUT) return { kind: 'refused', why: 'too-long' }
  if (text.trim() === '') return { kind: 'refused', why: 'empty' }
  const odd = text.match(NOT_TEXT)?.length ?? 0
  return odd > text.length * MOST_ODD
    ? { kind: 'refused', why: 'not-text' }
    : { kind: 'ok', readout: parseReadout(text) }
}
