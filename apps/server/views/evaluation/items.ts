import { fullLabel } from '@yundiao/ledgers'
import {
  BONUS,
  buildTree,
  type EvaluationColumn,
  effectiveWeights,
  type Indicator,
  OTHERS,
  type Result,
  type Tree,
} from '@yundiao/scorecards'
import type { LedgerView } from '@yundiao/store'
import type { InputSourceView, ItemView } from './item-schema.ts'
import type { KeptScheme } from './kept.ts'
import { benchmarkWords, capWords, columnWords, formulaWords, missingWords } from './scheme-words.ts'

/** Labels of a ledger's fields; of one out of sight the fields' own names. */
export type LedgerWords = { id: string; title: string; fieldLabel: (field: string) => string }

export const ledgerWords = (id: string, views: readonly LedgerView[]): LedgerWords => {
  const view = views.find(({ definition }) => definition.id === id)
  return {
    id,
    title: view?.definition.title ?? '基础数据台账',
    fieldLabel: (name) => {
      const field = view?.definition.fields[name]
      return field ? fullLabel(field) : name
    },
  }
}

/** Weights at the root as the method gives them, for a scheme that has not been run. */
const givenWeights = (tree: Tree): Readonly<Record<string, number>> => {
  const shares: Record<string, number> = {}
  for (const { parts } of tree.nodes) {
    const sum = parts.reduce((total, code) => total + (tree.weights[code] ?? 0), 0)
    for (const code of parts) shares[code] = sum === 0 ? 0 : (tree.weights[code] ?? 0) / sum
  }
  return effectiveWeights(tree, shares)
}

const sourceOf = (
  role: InputSourceView['role'],
  column: EvaluationColumn,
  { unitShown, ledger }: { unitShown: string; ledger: LedgerWords },
): InputSourceView => ({
  role,
  label: column.label,
  unitShown,
  ledger: ledger.id,
  ledgerTitle: ledger.title,
  fieldLabel: [
    ...column.from.add.map(ledger.fieldLabel),
    ...(column.from.less ?? []).map((field) => `减 ${ledger.fieldLabel(field)}`),
  ].join('、'),
  sourceClass: column.sourceClass,
  clause: column.clause,
})

/** Where an indicator's numbers come from; none for one nobody has named. */
const sourcesOf = (
  { version }: KeptScheme,
  { code, denominator }: Indicator,
  ledger: LedgerWords,
): InputSourceView[] => {
  const own = version.inputs.find((one) => one.code === code)
  const by = version.denominators.find((one) => one.code === denominator)
  return [
    ...(own && own.from !== null ? [sourceOf('value', own, { unitShown: own.unit, ledger })] : []),
    ...(by ? [sourceOf('denominator', by, { unitShown: by.unit, ledger })] : []),
  ]
}

/** An indicator by its name, or by its code, which is what methods call it; else the column's label. */
export const nameOfItem = ({ version }: KeptScheme, code: string): string => {
  const indicator = version.scheme.indicators.find((one) => one.code === code)
  if (indicator) return indicator.name ?? code
  if (code === BONUS) return '加减分'
  if (code === OTHERS) return '办法或其他对象的变化'
  return [...version.inputs, ...version.denominators].find((one) => one.code === code)?.label ?? code
}

/** What the number of a column is called, apart from the indicator it serves: 用地面积, not 亩均税收. */
export const nameOfInput = (kept: KeptScheme, code: string): string => {
  const { inputs, denominators } = kept.version
  return [...inputs, ...denominators].find((one) => one.code === code)?.label ?? nameOfItem(kept, code)
}

const depths = (tree: Tree): Map<string, { depth: number; parent: string }> => {
  const at = new Map<string, { depth: number; parent: string }>()
  for (const { code, parts } of tree.nodes.toReversed())
    for (const part of parts) at.set(part, { depth: (at.get(code)?.depth ?? 0) + 1, parent: code })
  return at
}

/** Indicators and nodes below the root, in the order of the tree: each node before its parts. */
export const inTreeOrder = (tree: Tree): { code: string; depth: number; parent: string | null }[] => {
  const at = depths(tree)
  const below = new Map(tree.nodes.map(({ code, parts }) => [code, parts]))
  const walk = (code: string): string[] => [code, ...(below.get(code) ?? []).flatMap(walk)]
  return (below.get(tree.root) ?? []).flatMap(walk).map((code) => {
    const place = at.get(code)
    return { code, depth: place?.depth ?? 1, parent: place?.parent === tree.root ? null : (place?.parent ?? null) }
  })
}

/** A scheme's indicators as pages show them; empty for a scheme whose tree does not hold. */
export const itemsOf = (
  kept: KeptScheme,
  ledger: LedgerWords,
  result: Pick<Result, 'effectiveWeights'> | null,
): ItemView[] => {
  const { scheme } = kept.version
  const tree = buildTree(scheme.indicators)
  if (tree.kind === 'refused') return []
  const weights = result?.effectiveWeights ?? givenWeights(tree)
  const leaves = new Set(tree.leaves.map(({ code }) => code))
  return inTreeOrder(tree).flatMap(({ code, depth, parent }): ItemView[] => {
    const indicator = scheme.indicators.find((one) => one.code === code) ?? { code, direction: 1 as const, weight: 1 }
    const words = columnWords(kept.version, indicator)
    const leaf = leaves.has(code)
    return [
      {
        code,
        name: nameOfItem(kept, code),
        parent,
        leaf,
        depth,
        direction: indicator.direction,
        weight: weights[code] ?? 0,
        formula: leaf ? formulaWords(scheme, indicator, words) : '下级各项加权',
        benchmark: leaf ? benchmarkWords(scheme, indicator, words.unitShown) : null,
        cap: leaf ? capWords(scheme, indicator) : '不适用',
        missing: leaf ? missingWords(scheme, indicator) : '',
        inputs: leaf ? sourcesOf(kept, indicator, ledger) : [],
      },
    ]
  })
}
