import { checkDefinition, type DefinitionFault } from './check-definition.ts'
import { isSealed } from './columns.ts'
import { addField, createTables, dropUniqueIndex, uniqueIndex } from './ddl.ts'
import type { Field, FieldKind, LedgerDefinition } from './definition.ts'
import { fieldOf } from './fields.ts'

/**
 * What the rows of a ledger hold, where the caller has looked. Everything is taken as in use without it.
 * Names are fields; `lacking` have rows without a value, `repeated` have a value twice.
 */
export type LedgerUse = {
  rows: number
  states: readonly string[]
  choices: Readonly<Record<string, readonly string[]>>
  lacking: readonly string[]
  repeated: readonly string[]
}

/** What planLedger found: SQL to run, what would be lost, or what is wrong with the definition. */
export type LedgerPlan =
  /** `regram`: the words searched by have changed, so the grams of every row are to be made again. */
  | { kind: 'ok'; statements: string[]; regram: boolean }
  | { kind: 'destructive'; why: string[] }
  | { kind: 'invalid'; faults: DefinitionFault[] }

/** Kinds a value keeps its column and meaning under. */
const WIDER: Partial<Record<FieldKind, readonly FieldKind[]>> = {
  text: ['long-text'],
  'long-text': ['text'],
  choice: ['text', 'long-text'],
  unit: ['text'],
  person: ['text'],
  phone: ['text'],
}

const lostChoices = (name: string, before: Field, after: Field, use: LedgerUse | undefined): string[] => {
  if (after.kind !== 'choice') return []
  const used = use ? (use.choices[name] ?? []) : (before.choices ?? [])
  return (before.choices ?? []).filter((word) => used.includes(word) && !after.choices?.includes(word))
}

const fieldReasons = (name: string, before: Field, after: Field, use: LedgerUse | undefined): string[] => {
  const label = `字段“${before.label}”`
  const filled = use === undefined || use.rows > 0
  const why: string[] = []
  if (before.kind !== after.kind && !WIDER[before.kind]?.includes(after.kind))
    why.push(`${label}的类型由 ${before.kind} 改为 ${after.kind}，原有内容无法照搬；请新增一个字段，旧字段改为隐藏`)
  if (isSealed(before) !== isSealed(after))
    why.push(`${label}改变了加密方式，原有内容无法照搬；请新增一个字段，旧字段改为隐藏`)
  if (before.ledger !== after.ledger) why.push(`${label}改为关联另一本台账，原有关联会落空；请新增一个字段`)
  if (!before.required && after.required && filled && (use?.lacking.includes(name) ?? true))
    why.push(`${label}改为必填，但已有条目没有填；请先补齐再改`)
  if (!before.unique && after.unique && filled && (use?.repeated.includes(name) ?? true))
    why.push(`${label}改为不得重复，但已有条目可能重复；请先核对去重再改`)
  for (const word of lostChoices(name, before, after, use))
    why.push(`${label}删去选项“${word}”，已有条目在用；请保留该选项，或先把这些条目改为其他选项`)
  return why
}

const reasons = (previous: LedgerDefinition, next: LedgerDefinition, use: LedgerUse | undefined): string[] => {
  const why: string[] = []
  if (previous.id !== next.id) why.push(`台账编号由 ${previous.id} 改为 ${next.id}；编号不能改，请另建台账`)
  for (const [name, before] of Object.entries(previous.fields)) {
    const after = fieldOf(next, name)
    if (after) why.push(...fieldReasons(name, before, after, use))
    else why.push(`删去字段“${before.label}”会丢失已填内容；请改为隐藏`)
  }
  for (const state of previous.states)
    if (!next.states.includes(state) && (use?.states.includes(state) ?? true))
      why.push(`删去状态“${state}”，已有条目在用；请保留该状态，或先把这些条目移到其他状态`)
  return why
}

const alterations = (previous: LedgerDefinition, next: LedgerDefinition): string[] =>
  Object.entries(next.fields).flatMap(([name, after]) => {
    const before = fieldOf(previous, name)
    if (!before) return [...addField(next, name, after), ...(after.unique ? uniqueIndex(next, name, after) : [])]
    if (!before.unique && after.unique) return uniqueIndex(next, name, after)
    return before.unique && !after.unique ? dropUniqueIndex(next, name, before) : []
  })

const searchedBy = (definition: LedgerDefinition): string =>
  Object.entries(definition.fields)
    .filter(([, field]) => field.searchable)
    .map(([name]) => name)
    .sort()
    .join(',')

/**
 * What turns the tables of `previous` (null: none yet) into those of `next`: SQL statements to be run in order as the
 * owner in one transaction, or in Chinese why it would lose or contradict what is recorded, or what is wrong with the
 * definition. Values are never rewritten: a new field is a nullable column, a new necessity is asked of new entries.
 */
export const planLedger = (previous: LedgerDefinition | null, next: LedgerDefinition, use?: LedgerUse): LedgerPlan => {
  const faults = checkDefinition(next)
  if (faults.length > 0) return { kind: 'invalid', faults }
  if (!previous) return { kind: 'ok', statements: createTables(next), regram: false }
  const why = reasons(previous, next, use)
  if (why.length > 0) return { kind: 'destructive', why }
  return { kind: 'ok', statements: alterations(previous, next), regram: searchedBy(previous) !== searchedBy(next) }
}
