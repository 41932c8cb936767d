import type { FormulaUse, Run } from './paper.ts'

/** What a number in a document points at: a figure's reference, a formula with its inputs, an item or a ledger's row. */
export const bindingKey = (run: Run): string | null => {
  if ('figure' in run) return run.figure
  if ('formula' in run) return formulaKey(run.formula)
  if ('entry' in run) return `entry:${run.entry}`
  return 'item' in run ? `item:${run.item}` : null
}

/** `calc:difference-in-points@1(fig:…,fig:…)`. Inputs hold no comma or bracket. */
export const formulaKey = (use: FormulaUse): string => `calc:${use.id}@${use.version}(${use.inputs.join(',')})`

/** Reads a key written by `formulaKey`; null when it is not one. */
export const parseFormulaKey = (key: string): FormulaUse | null => {
  const match = /^calc:([a-z0-9.-]+)@(\d+)\((.*)\)$/u.exec(key)
  const [, id, version, inputs] = match ?? []
  if (id === undefined || version === undefined || inputs === undefined) return null
  return { id, version: Number(version), inputs: inputs === '' ? [] : inputs.split(',') }
}
