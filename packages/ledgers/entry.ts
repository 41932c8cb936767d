import type { LedgerDefinition } from './definition.ts'
import { type Cell, fieldOf, fullLabel } from './fields.ts'
import { readValue, type ValueCode } from './value.ts'

/** A value refused or doubted, at one field. `message` names the field by its label and says what to do. */
export type EntryFault = { field: string; label: string; code: ValueCode; message: string }

/** Values of one entry by field, canonical. */
export type Values = Record<string, Cell>

/** Canonical values, or every fault found. Warnings never hold an entry up. */
export type ParsedEntry =
  | { kind: 'ok'; values: Values; warnings: EntryFault[] }
  | { kind: 'invalid'; errors: EntryFault[]; warnings: EntryFault[] }

const fault = (field: string, label: string, code: ValueCode, message: string): EntryFault => ({
  field,
  label,
  code,
  message: `${label}：${message}`,
})

/**
 * Checks what a form or a sheet holds for one entry. `new`: every field is answered (null where nothing was given) and
 * required ones must be; `change`: only the fields given, and a required one cannot be emptied.
 * Values come back canonical: 元, ㎡, ratios, days. Names that are no field are refused, never dropped.
 */
export const parseEntry = (
  definition: LedgerDefinition,
  input: Readonly<Record<string, unknown>>,
  mode: 'new' | 'change',
): ParsedEntry => {
  const values: Values = {}
  const errors: EntryFault[] = []
  const warnings: EntryFault[] = []
  for (const name of Object.keys(input))
    if (!fieldOf(definition, name)) errors.push(fault(name, name, 'input.invalid', '本台账没有这个字段，请删去'))
  for (const [name, field] of Object.entries(definition.fields)) {
    if (!Object.hasOwn(input, name) && mode === 'change') continue
    const label = fullLabel(field)
    const read = readValue(field, Object.hasOwn(input, name) ? input[name] : null)
    if (read.kind === 'bad') errors.push(fault(name, label, read.code, read.message))
    else if (read.value === null && field.required) errors.push(fault(name, label, 'input.invalid', '必填，请填写'))
    else {
      values[name] = read.value
      if (read.warning !== undefined) warnings.push(fault(name, label, 'input.invalid', read.warning))
    }
  }
  return errors.length > 0 ? { kind: 'invalid', errors, warnings } : { kind: 'ok', values, warnings }
}

/** What one event records of a field. */
export type Change = { before: Cell; after: Cell }

/** Fields whose value differs, before and after. A field one side lacks counts as null there. */
export const diffEntry = (before: Readonly<Values>, after: Readonly<Values>): Record<string, Change> => {
  const changes: Record<string, Change> = {}
  const at = (values: Readonly<Values>, name: string): Cell =>
    Object.hasOwn(values, name) ? (values[name] ?? null) : null
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const change = { before: at(before, name), after: at(after, name) }
    if (change.before !== change.after) changes[name] = change
  }
  return changes
}

/**
 * Whether an entry may go from one state to another. Both must be states of the ledger and differ; where the definition
 * lists moves, only those, and a state without a list is final.
 */
export const canMove = (definition: LedgerDefinition, from: string, to: string): boolean => {
  if (from === to || !definition.states.includes(from) || !definition.states.includes(to)) return false
  const { moves } = definition
  return moves === undefined || (Object.hasOwn(moves, from) && (moves[from]?.includes(to) ?? false))
}
