import type { AttributionNode } from '@yundiao/analysis'
import type { Region } from '@yundiao/kernel'
import type { AmountWords, LineFrame } from './drag-amount-answer.ts'
import type { DragOpen } from './drag-schema.ts'

/** A question to a ledger: a place and a group of it, the whole where null. */
export type LedgerAsk = {
  region: string | null
  group: string | null
  /** What 拉动, shares and what is left out are of, where that is not the total shown: the whole city. */
  of: AmountWords['of']
  placeOf: (code: string) => Region | undefined
  open: (region: string | null, group: string | null) => DragOpen
}

/** The node a question is about; null where nothing stands there. */
export const nodeAt = (tree: AttributionNode, { region, group }: Pick<LedgerAsk, 'region' | 'group'>) => {
  const place = region === null ? tree : tree.children.find(({ key }) => key === region)
  return (group === null || !place ? place : place.children.find(({ key }) => key === group)) ?? null
}

/** What a branch ends in: an entry's name, what it says for itself, whether it is of the demonstration. */
export type EntryLeaf = { name: string; note: string | null; demo: boolean }

/** The line of a node: a region and a group lead one step down, an entry to its ledger. */
export const ledgerFrame =
  (ledger: string, leafOf: (id: string) => EntryLeaf | undefined, { region, group, placeOf, open }: LedgerAsk) =>
  (node: AttributionNode): LineFrame => {
    const plain = { open: null, entry: null, note: null, demo: false }
    if (region === null)
      return { ...plain, label: placeOf(node.key)?.shortName ?? node.key, open: open(node.key, null) }
    if (group === null) return { ...plain, label: node.key, open: open(region, node.key) }
    const { name, note, demo } = leafOf(node.key) ?? { name: node.key, note: null, demo: false }
    return { label: name, open: null, entry: { ledger, id: node.key }, note, demo }
  }
