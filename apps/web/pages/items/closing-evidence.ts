import type { ClosureKind, ItemView } from '../../api/types.ts'

/** What a kind of closure still lacks of links and measure; what people type is judged by the server. */
export type Lack = 'figure' | 'measure' | 'entry' | 'move'

const lacksFigure = ({ item, links }: ItemView): Lack | null => {
  if (!links.some((link) => link.ledger === 'figure')) return 'figure'
  return item.measure === null ? 'measure' : null
}

const lacksLedger = ({ links }: ItemView): Lack | null => {
  const entries = links.filter((link) => link.ledger !== 'figure')
  if (entries.length === 0) return 'entry'
  return entries.some((link) => link.changes.length > 0) ? null : 'move'
}

export const closureLack = (view: ItemView, kind: ClosureKind | null): Lack | null => {
  if (kind === 'figure') return lacksFigure(view)
  return kind === 'ledger' ? lacksLedger(view) : null
}

const BASIS = /^办结依据（([^）]*)）：(.*)$/s

/** A record names a figure by its reference; people read what it is and its value. */
export const figuresNamed = (view: Pick<ItemView, 'links'>, text: string): string =>
  view.links
    .filter((link) => link.ledger === 'figure')
    .reduce((said, link) => said.replaceAll(link.entry, `${link.label} ${link.state}`), text)

/** What a closed item rests on, in the words recorded with the act; null while it is open. */
export const closureBasis = (view: ItemView): string | null => {
  for (const line of view.history) {
    for (const text of line.lines) {
      const [, kind, words] = BASIS.exec(text) ?? []
      if (words) return `${kind}：${figuresNamed(view, words)}`
    }
  }
  return null
}
