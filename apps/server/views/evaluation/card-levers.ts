import { buildTree, type EvaluationColumn, type HeldIn, type Indicator, type InputCell } from '@yundiao/scorecards'
import type { CardView } from './card-schema.ts'
import { nameOfItem } from './items.ts'
import type { Run } from './kept.ts'

/** A number of a unit that may be moved, with every other column that holds the same number. */
export type CardLever = CardView['levers'][number] & { alsoIn: readonly HeldIn[] }

type Held = { cell: InputCell & { value: number }; column: EvaluationColumn }

const heldOf = (run: Run, unit: string): Held[] => {
  const { inputs, denominators } = run.version
  const columns = { value: inputs.filter((input) => input.from !== null), denominator: denominators }
  return run.inputs.read.cells.flatMap((cell) => {
    const column = cell.unit === unit ? columns[cell.role].find(({ code }) => code === cell.code) : undefined
    return column && cell.value !== null ? [{ cell: { ...cell, value: cell.value }, column }] : []
  })
}

/** Two columns hold one number when they are made of the same fields of the same row in the same way. */
const isSameNumber = (a: Held, b: Held): boolean =>
  a.cell.row.id === b.cell.row.id &&
  a.column.unit === b.column.unit &&
  a.column.negative === b.column.negative &&
  JSON.stringify(a.column.from) === JSON.stringify(b.column.from)

const leverOf = (run: Run, { code, direction }: Indicator, own: Held, same: readonly Held[]): CardLever => {
  const alsoIn = same.map(({ cell }): HeldIn => ({ role: cell.role, code: cell.code }))
  const dividing = alsoIn.filter(({ role }) => role === 'denominator').map((held) => held.code)
  const uses = run.version.scheme.indicators.filter(
    (one) =>
      one.code === code ||
      alsoIn.some((held) => held.role === 'value' && held.code === one.code) ||
      (one.denominator !== undefined && dividing.includes(one.denominator)),
  )
  return {
    code,
    label: own.column.label,
    unitShown: own.cell.unitOfValue,
    value: own.cell.value,
    direction,
    usedIn: uses.map((one) => nameOfItem(run, one.code)),
    alsoIn,
  }
}

/** The numbers a unit's score rests on and it can move, each once, in the order of the scheme. */
export const cardLevers = (run: Run, unit: string): CardLever[] => {
  const tree = buildTree(run.version.scheme.indicators)
  if (tree.kind === 'refused') return []
  const held = heldOf(run, unit)
  const taken = new Set<Held>()
  return tree.leaves.flatMap((indicator) => {
    const own = held.find(({ cell }) => cell.role === 'value' && cell.code === indicator.code)
    const counts = (run.result?.effectiveWeights[indicator.code] ?? 0) > 0
    if (!own || taken.has(own) || !counts) return []
    const same = held.filter((one) => one !== own && isSameNumber(one, own))
    for (const one of same) taken.add(one)
    return [leverOf(run, indicator, own, same)]
  })
}
