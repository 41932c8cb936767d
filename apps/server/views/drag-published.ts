import type { Drag, DragLine } from '@yundiao/domains/economy'
import type { FigureRef, Indicator } from '@yundiao/figures'
import { signed, textCell, workedCell } from './drag-cells.ts'
import type { DragFigures } from './drag-figures.ts'
import type { DragCell } from './drag-schema.ts'
import { figOf, shownOf } from './fig.ts'

/** Points of growth that a published pull may differ from ours by rounding and by what the bureau adjusts so that pulls add up. */
const TOLERANCE = 0.1

/** Heads of what stands beside the published pulls: our own. */
export const OURS_HEAD = '测算拉动（个百分点）'

export const isAnyPublished = (drag: Drag): boolean => drag.lines.some(({ published }) => published !== undefined)

type Found = DragFigures['found']

/** A published 拉动 or 贡献率 as a cell of the table; null where the part has none. */
export const publishedCell = (found: Found, ref: FigureRef | null | undefined, of: Indicator): DragCell | null => {
  const figure = ref ? found.get(ref) : undefined
  return figure ? { kind: 'figure', fig: figOf(figure, of), published: true } : null
}

/** Our own pull beside a published one; empty where ours already stands, or cannot be reckoned. */
export const oursCell = ({ published }: Pick<DragLine, 'published'>, inputs: readonly FigureRef[]): DragCell | null => {
  if (published === undefined) return null
  if (published.ours === null) return textCell('—')
  return workedCell({
    value: published.ours,
    shown: signed(published.ours * 100, 2),
    unitShown: '个百分点',
    formula: 'part.pull',
    inputs,
  })
}

const pointsOf = (ratio: number): string => signed(ratio * 100, 2)

/** Digits of a published pull as the waterfall prints them, with their sign. */
export const publishedShown = (found: Found, { published }: Pick<DragLine, 'published'>): string | null => {
  const figure = published?.pull ? found.get(published.pull) : undefined
  const shown = figure ? shownOf(figure, '个百分点') : null
  return shown === null ? null : shown.startsWith('-') ? shown.replace('-', '−') : `+${shown}`
}

const namesOf = (drag: Drag, nameOf: (key: string) => string, isOne: (line: DragLine) => boolean): string =>
  drag.lines
    .filter(isOne)
    .map(({ key }) => nameOf(key))
    .join('、')

/** Whose the pulls are, where published and our own stand in one sum, and which differ by more than rounding. */
export const publishedNotes = (drag: Drag, nameOf: (key: string) => string): string[] => {
  if (!isAnyPublished(drag)) return []
  const told = namesOf(drag, nameOf, ({ published }) => published !== undefined)
  const own = namesOf(drag, nameOf, ({ published }) => published === undefined)
  const whose = own === '' ? '各项拉动为公布数' : `${told}的拉动为公布数，${own}为测算，合计由两种来源相加`
  const apart = drag.lines.flatMap(({ key, effect, published }) => {
    if (published === undefined || published.ours === null) return []
    const off = effect - published.ours
    if (Math.abs(off) * 100 <= TOLERANCE + 1e-9) return []
    const less = `公布${pointsOf(effect)}、测算${pointsOf(published.ours)}`
    return [`${nameOf(key)}${less}，相差${pointsOf(off)}个百分点，不是舍入差：测算按现价权重，以公布数为准，请核对`]
  })
  return [whose, ...apart]
}
