import { type AttributionNode, DISCLOSURE, type Hidden } from '@yundiao/analysis'
import { MINUS, showNumber } from '@yundiao/kernel'
import { pointsShown, proofOf, shareCell, signed, textCell } from './drag-cells.ts'
import type { DragCell, DragDrawn, DragRow } from './drag-schema.ts'

/** Words and scale of amounts of a ledger. */
export type AmountWords = {
  unit: '亿元' | '万元' | '亿千瓦时' | '万千瓦时'
  /** Canonical in one shown unit, and the decimals it is shown with. */
  scale: number
  digits: number
  count: string
  now: string
  before: string
  change: string
  /** Heads of the ratio beside: 增速, or 完成率. */
  ratio: { head: string; of: (node: { now: number; before: number }) => number | null }
  /** Of whose change the shares and 拉动 are, where that is not the total shown: 全市. */
  of: '' | '全市'
  /** Points of the whole's growth: left out where the whole has no growth to speak of. */
  pull: boolean
}

/** Amounts of the whole city in 亿, of one place in 万: neither all 0.00 nor longer than is read. */
export const scaleOf = (region: string | null): { prefix: '亿' | '万'; scale: number; digits: number } =>
  region === null ? { prefix: '亿', scale: 1e8, digits: 2 } : { prefix: '万', scale: 1e4, digits: 0 }

const amountShown = (value: number, { scale, digits }: AmountWords): string =>
  showNumber(value / scale, digits, { minus: MINUS })

export const effectShown = (value: number, { scale, digits }: AmountWords): string => signed(value / scale, digits)

const amountHeads = (words: AmountWords): string[] => [
  words.count,
  `${words.now}（${words.unit}）`,
  `${words.before}（${words.unit}）`,
  `${words.change}（${words.unit}）`,
  words.ratio.head,
  ...(words.pull ? [`拉动${words.of}（个百分点）`] : []),
  `占${words.of}${words.change}（%）`,
]

export type Amounts = Pick<AttributionNode, 'now' | 'before' | 'change' | 'pull' | 'share'> & {
  respondents: number | null
}

/** Cells of one line, in the order of the heads. */
export const amountCells = (node: Amounts, words: AmountWords): (DragCell | null)[] => {
  const ratio = words.ratio.of(node)
  return [
    textCell(node.respondents === null ? '' : String(node.respondents)),
    textCell(amountShown(node.now, words)),
    textCell(amountShown(node.before, words)),
    textCell(effectShown(node.change, words)),
    textCell(ratio === null ? '—' : showNumber(ratio * 100, 1, { minus: MINUS })),
    ...(words.pull ? [textCell(node.pull === null ? '—' : pointsShown(node.pull))] : []),
    shareCell(node.share),
  ]
}

/** Too few and one dominating read alike: to tell them apart would say how large the one is. */
const REVEALING = `不足${DISCLOSURE.least}家或一家占比过大，公开会暴露单户`

export const HIDDEN_WORDS: Readonly<Record<Hidden, string>> = {
  few: REVEALING,
  dominant: REVEALING,
  guard: '公开后可推算出别的单户数',
}

/** Cells of a line whose amounts may not be told. */
export const hiddenCells = (why: Hidden, words: AmountWords): DragCell[] =>
  amountHeads(words).map((): DragCell => ({ kind: 'hidden', why: HIDDEN_WORDS[why] }))

/** What a line is beside its amounts. */
export type LineFrame = Pick<DragRow, 'label' | 'open' | 'entry' | 'note' | 'demo'>

/** A line of the tree. */
export const amountRow = (node: AttributionNode, words: AmountWords, frame: LineFrame): DragRow => ({
  key: node.key,
  kind: 'part',
  effect: node.change,
  shown: effectShown(node.change, words),
  cells: amountCells(node, words),
  ...frame,
})

/** The answer over a node's children. Nothing is left over: what was not counted is said in the notes. */
export const amountAnswer = (
  whole: Amounts,
  rows: DragRow[],
  { words, notes, demo }: { words: AmountWords; notes: string[]; demo: boolean },
): DragDrawn => ({
  kind: 'drag',
  unit: words.unit,
  start: null,
  end: { label: `合计${words.change}`, value: whole.change, shown: effectShown(whole.change, words) },
  heads: amountHeads(words),
  total: amountCells(whole, words),
  rows,
  proof: proofOf(
    rows.map(({ effect }) => (effect === null ? null : effect / words.scale)),
    whole.change / words.scale,
    { digits: words.digits, unit: words.unit },
  ),
  notes,
  demo,
})
