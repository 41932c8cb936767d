import type { ClosureKind } from '../../api/types.ts'
import type { Words } from '../../messages.ts'

/** The five ways an item comes to its end, each with what it rests on. */
export const closureKinds = (words: Words): { key: ClosureKind; label: string; note: string }[] => [
  { key: 'figure', label: words.closeByFigure, note: words.closeByFigureNote },
  { key: 'ledger', label: words.closeByLedger, note: words.closeByLedgerNote },
  { key: 'product', label: words.closeByProduct, note: words.closeByProductNote },
  { key: 'decision', label: words.closeByDecision, note: words.closeByDecisionNote },
  { key: 'standing', label: words.closeStanding, note: words.closeStandingNote },
]

/** Labels as the server answers them, whatever the language of the chrome. */
const SERVER_LABELS: Readonly<Record<string, ClosureKind>> = {
  指标型: 'figure',
  台账型: 'ledger',
  成果型: 'product',
  审定型: 'decision',
  长期坚持型: 'standing',
}

export const closureKindOf = (label: string | null): ClosureKind | null =>
  label === null ? null : (SERVER_LABELS[label] ?? null)
