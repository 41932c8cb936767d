import { deadlineOf } from './deadlines.ts'
import type { Node } from './leaves.ts'
import type { dayOf } from './meeting-facts.ts'
import { ownersOf } from './owners.ts'
import type { Span } from './sentences.ts'
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

/** A text as given, as read, the day deadlines count from, and its title. */
export type Source = { text: string; read: string; day: ReturnType<typeof dayOf>; title: string }

/** Directives of a paragraph under the numbered title (二、关于…) that stands over them, if any. */
export type Section = { topic: Span | null; nodes: Node[] }

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

type Place = { id: string; parent: string | null; headings: readonly Span[]; topic: Span | null }

const themeAt = ({ read, title }: Source, node: Node, { headings, topic }: Place): Theme => {
  const above = [...headings, ...(topic ? [topic] : [])].map((span) => read.slice(span.start, span.end))
  const sentence = node.children.length === 0 ? around(read, node).replace(OFFICE, '') : ''
  return themeOf(read.slice(node.action.start, node.end), above, sentence, title)
}

const directiveOf = (source: Source, node: Node, place: Place): ReadoutDirective => {
  const { text, read, day } = source
  const isLeaf = node.children.length === 0
  const words = read.slice(node.start, node.end)
  const labels = node.clauses
    .flatMap(({ start, end }) => (start >= node.end ? [read.slice(start, end)] : []))
    .join('\n')
  const owners = isLeaf ? ownersOf(read, node.clauses) : { lead: [], assist: [] }
  const targets = isLeaf ? targetsOf(words) : []
  return {
    id: place.id,
    parent: place.parent,
    level: place.headings.length + 1,
    text_span: [node.start, node.end],
    action: text.slice(node.action.start, node.action.end),
    theme: themeAt(source, node, place),
    responsible: unique([...owners.lead, ...owners.assist].map((span) => text.slice(span.start, span.end))),
    deadline: isLeaf ? deadlineOf(`${words}\n${labels}`, day) : null,
    quant_targets: targets.map(({ start, end, value, unit }) => ({
      text: text.slice(node.start + start, node.start + end),
      value,
      unit,
    })),
  }
}

const below = (
  source: Source,
  nodes: readonly Node[],
  above: Omit<Place, 'id'>,
  nextId: (index: number) => string,
): ReadoutDirective[] =>
  nodes.flatMap((node, index) => {
    const place = { ...above, id: nextId(index) }
    const self = directiveOf(source, node, place)
    const inner = { parent: place.id, headings: [node, ...above.headings], topic: above.topic }
    const children = below(source, node.children, inner, (child) => `${place.id}.${child + 1}`)
    const isSilent = self.theme === 'other' && children.length > 0
    return [isSilent ? { ...self, theme: shared(children.map(({ theme }) => theme)) } : self, ...children]
  })

/** Every directive of the sections in the text's order, numbered `1`, `1.1` …, with what its words say. */
export const directivesOf = (source: Source, sections: readonly Section[]): ReadoutDirective[] => {
  let count = 0
  return sections.flatMap(({ topic, nodes }) => {
    const before = count
    count += nodes.length
    return below(source, nodes, { parent: null, headings: [], topic }, (index) => String(before + index + 1))
  })
}
