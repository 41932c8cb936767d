import { isCleared, type Sensitivity } from '@yundiao/kernel'
import type { Field, LedgerDefinition } from './definition.ts'
import { type Cell, fieldOf, isOnSheet } from './fields.ts'
import type { LedgerRow } from './page.ts'
import { alsoShown, toShown } from './shown-units.ts'

/** A head cell; one with children spans them. `width` and `depth` are how many columns it covers and rows lie below. */
export type HeadNode = { label: string; width: number; children: HeadNode[] }

/** A ledger as a sheet: the tree of its head and its rows, cells in the order of the head's leaves. */
export type LedgerSheet = {
  title: string
  head: HeadNode[]
  /** Rows of the head. */
  depth: number
  rows: Cell[][]
}

/** What to print, and for whom. */
export type SheetOptions = {
  clearance: Sensitivity
  /** Name of a region for the column 县区; null leaves it blank (待归属). */
  regionName: (code: string) => string | null
  /** Short name of a unit; one without a name is printed as it was written. */
  unitName?: (id: string) => string | null
  /** Fields in this order; all that are neither hidden nor above the clearance when left out. */
  columns?: readonly string[]
}

const labelled = (field: Field): string =>
  field.shownIn === undefined ? field.label : `${field.label}(${field.shownIn})`

/** Joins a path to the head: neighbours under the same parent share its cell. */
const grow = (nodes: HeadNode[], path: readonly string[]): void => {
  const [label, ...rest] = path
  if (label === undefined) return
  const last = nodes.at(-1)
  const shared = rest.length > 0 && last?.label === label && last.children.length > 0 ? last : undefined
  const node = shared ?? { label, width: 0, children: [] }
  if (!shared) nodes.push(node)
  node.width += 1
  grow(node.children, rest)
}

const depthOf = (nodes: readonly HeadNode[]): number =>
  nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map((node) => depthOf(node.children)))

const shownCell = (field: Field, value: Cell, options: SheetOptions): Cell => {
  if (field.kind === 'unit' && typeof value === 'string') return options.unitName?.(value) ?? value
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'number' ? toShown(field, value) : value
}

/** The head of a field shown in two units is their parent: 面积 › 公顷, 亩. */
const pathsOf = (field: Field): string[][] => {
  const { under = [], label, shownIn, alsoShownIn } = field
  if (shownIn === undefined || alsoShownIn === undefined) return [[...under, labelled(field)]]
  return [shownIn, alsoShownIn].map((unit) => [...under, label, unit])
}

const cellsOf = (field: Field, value: Cell, options: SheetOptions): Cell[] => [
  shownCell(field, value, options),
  ...(field.alsoShownIn === undefined ? [] : [typeof value === 'number' ? alsoShown(field, value) : null]),
]

const wanted = (definition: LedgerDefinition, options: SheetOptions): [string, Field][] =>
  (options.columns ?? Object.keys(definition.fields)).flatMap((name): [string, Field][] => {
    const field = fieldOf(definition, name)
    return field && isOnSheet(field) && isCleared(options.clearance, field.sensitivity) ? [[name, field]] : []
  })

/**
 * The sheet of a ledger: merged heads with units, and rows in shown units (序号, 县区, 状态, then fields). What it gives
 * can be read again by mapHead and rowToInput. Fields above the clearance are left out; not known is an empty cell.
 */
export const toSheet = (
  definition: LedgerDefinition,
  rows: readonly LedgerRow[],
  options: SheetOptions,
): LedgerSheet => {
  const fields = wanted(definition, options)
  const head: HeadNode[] = []
  for (const label of ['序号', '县区', '状态']) grow(head, [label])
  for (const [, field] of fields) for (const path of pathsOf(field)) grow(head, path)
  return {
    title: definition.title,
    head,
    depth: depthOf(head),
    rows: rows.map((row, index) => [
      index + 1,
      options.regionName(row.region),
      row.state,
      ...fields.flatMap(([name, field]) => cellsOf(field, row.values[name] ?? null, options)),
    ]),
  }
}
