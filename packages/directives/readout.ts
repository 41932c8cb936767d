import { attendeesOf } from './attendees.ts'
import { type Reading, type Request, readSentence } from './clauses.ts'
import { directivesOf, type ReadoutDirective, type Section, type Source } from './directive-fields.ts'
import { isNumbered } from './discourse.ts'
import { dayOf, meetingFacts } from './meeting-facts.ts'
import { outlineOf } from './outline.ts'
import { paragraphsOf, type Span, sentencesOf } from './sentences.ts'
import { readable } from './simplify.ts'

/** What a readout says: the meeting, who took part, what is asked. City and type are given in simplified characters. */
export type Readout = {
  title: string | null
  meeting_date: string | null
  meeting_type: string | null
  city: string | null
  attendees: { name: string; role: string | null }[]
  directives: ReadoutDirective[]
}

const TITLE_LINE = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）).{2,40}$/u

const sectionsOf = (read: string, bodyFrom: number, speakers: readonly string[]): Section[] => {
  let topic: Span | null = null
  let reading: Reading = { mode: 'facts', speakers }
  return paragraphsOf(read)
    .filter((paragraph) => paragraph.start >= bodyFrom)
    .map((paragraph) => {
      const requests: Request[] = []
      if (reading.mode === 'facts' && isNumbered(read.slice(paragraph.start, paragraph.end)))
        reading = { ...reading, mode: 'asks' }
      for (const sentence of sentencesOf(read, paragraph)) {
        const step = readSentence(read, sentence, reading)
        reading = step.reading
        if (step.request) requests.push(step.request)
      }
      if (requests.length === 0 && TITLE_LINE.test(read.slice(paragraph.start, paragraph.end))) topic = paragraph
      return { topic, nodes: outlineOf(read, requests) }
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
  const title = facts.title ? read.slice(facts.title.start, facts.title.end) : ''
  const source: Source = { text, read, day: dayOf(facts.date), title }
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
    directives: directivesOf(source, sectionsOf(read, facts.bodyFrom, speakers)),
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
