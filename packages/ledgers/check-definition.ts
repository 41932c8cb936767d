import { columnsOf, isSealed, tableName, uniqueIndexName } from './columns.ts'
import type { Field, LedgerDefinition } from './definition.ts'
import { fieldOf, fullLabel } from './fields.ts'
import { factorOf } from './shown-units.ts'

/** Where a definition is wrong (`''` for the whole), and what to do. */
export type DefinitionFault = { field: string; code: 'definition.invalid'; message: string }

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*$/
const SHIPPED_NAME = /^[a-z][a-zA-Z0-9]*$/
const CLERK_NAME = /^x_[a-z0-9]+(_[a-z0-9]+)*$/
const MAX_FIELDS = 200
/** PostgreSQL cuts longer identifiers silently; `_was`, `_hmac` and index names are counted in. */
const MAX_TABLE = 40
const MAX_COLUMN = 50
const MAX_IDENTIFIER = 63

const RESERVED = new Set(
  (
    'city id version region unit state known_from known_to grams demo event_seq leaf leaf_no sort_key ' +
    'tableoid ctid xmin xmax cmin cmax'
  ).split(' '),
)

type Say = (field: string, message: string) => void

const checkWhole = (definition: LedgerDefinition, say: Say): void => {
  if (!ID.test(definition.id))
    say('', `台账编号“${definition.id}”应为“领域.台账”，用小写字母和数字，台账一段不带连字符`)
  else if (definition.id.endsWith('.was')) say('', '台账编号不能以“.was”结尾，该名留给历史表')
  if (tableName(definition).length > MAX_TABLE) say('', `台账编号过长，表名最多 ${MAX_TABLE} 个字符`)
  if (!definition.title.trim()) say('', '台账没有名称，请填写')
  const count = Object.keys(definition.fields).length
  if (count === 0 || count > MAX_FIELDS) say('', `台账有 ${count} 个字段，应为 1 至 ${MAX_FIELDS} 个`)
  if (definition.states.length === 0) say('', '台账没有状态，至少写一个，第一个是初始状态')
  if (definition.states.some((state) => !state.trim())) say('', '状态名不能为空')
  if (new Set(definition.states).size !== definition.states.length) say('', '状态有重复，请删去重复的')
  for (const [from, targets] of Object.entries(definition.moves ?? {}))
    for (const state of [from, ...targets])
      if (!definition.states.includes(state)) say('', `状态流转写到“${state}”，但状态里没有它`)
}

const checkKey = (definition: LedgerDefinition, say: Say): void => {
  const key = fieldOf(definition, definition.key)
  if (!key) say(definition.key, `称谓字段“${definition.key}”不在字段里`)
  else if (key.kind !== 'text' || isSealed(key) || key.hidden)
    say(definition.key, `称谓字段“${key.label}”应为不加密、不隐藏的文本`)
  for (const name of definition.keyWith ?? []) {
    const field = fieldOf(definition, name)
    if (!field || isSealed(field)) say(name, `与称谓一起区分各行的字段“${name}”应为不加密的字段`)
  }
}

const fitsUnit = (field: Field, unit: string | undefined): boolean =>
  unit !== undefined && factorOf(field, unit) !== null

const checkShape = (name: string, field: Field, say: Say): void => {
  if (field.apart && field.required) say(name, `字段“${field.label}”不在表格里，不能必填`)
  if (field.kind === 'geometry' && isSealed(field)) say(name, `字段“${field.label}”是边界，不能加密`)
  if (field.alsoShownIn !== undefined && !(fitsUnit(field, field.shownIn) && fitsUnit(field, field.alsoShownIn)))
    say(name, `字段“${field.label}”的两种计量单位应都能换算`)
}

/** Names of fields a list of the definition speaks of; the frame of a row is no field. */
const checkNamed = (definition: LedgerDefinition, say: Say): void => {
  for (const name of definition.monthly ?? [])
    if (!fieldOf(definition, name)) say(name, `每月填报的字段“${name}”不在字段里`)
  const { attachments } = definition
  const names = attachments === undefined ? null : (fieldOf(definition, attachments) ?? null)
  if (attachments !== undefined && (names?.kind !== 'long-text' || isSealed(names)))
    say(attachments, `附件名所记的字段“${attachments}”应是字段里不加密的长文本`)
  for (const { label, when } of definition.filters ?? []) {
    if (!label.trim() || when.length === 0) say('', `常用筛选“${label}”应有名称和条件`)
    for (const { field } of when)
      if (field !== 'state' && !fieldOf(definition, field))
        say(field, `常用筛选“${label}”所用的字段“${field}”不在字段里`)
  }
}

const checkKind = (name: string, field: Field, say: Say): void => {
  const choices = field.choices ?? []
  if (field.kind === 'choice' && (choices.length === 0 || new Set(choices).size !== choices.length))
    say(name, `选择字段“${field.label}”要有不重复的选项`)
  if (field.hidden && field.required) say(name, `字段“${field.label}”既必填又隐藏，新条目无从填写；请改其一`)
  if (field.kind === 'link' && !ID.test(field.ledger ?? '')) say(name, `关联字段“${field.label}”没有写明关联哪本台账`)
  if (field.searchable && (isSealed(field) || !['text', 'long-text', 'choice'].includes(field.kind)))
    say(name, `字段“${field.label}”不能检索：只有不加密的文本可以`)
}

const checkName = (name: string, shippedFields: readonly string[] | undefined, say: Say): void => {
  if (CLERK_NAME.test(name)) return
  if (shippedFields && !shippedFields.includes(name))
    say(name, `自建字段“${name}”应以 x_ 开头，用小写字母、数字和下划线`)
  else if (!SHIPPED_NAME.test(name)) say(name, `字段名“${name}”应以小写字母开头，只用字母和数字`)
}

const checkFields = (definition: LedgerDefinition, say: Say): void => {
  const labels = new Map<string, string>()
  for (const [name, field] of Object.entries(definition.fields)) {
    const label = fullLabel(field)
    if (!field.label.trim()) say(name, `字段“${name}”没有列名，请填写`)
    const twin = labels.get(label)
    if (twin !== undefined) say(name, `字段“${name}”与“${twin}”的列名同为“${label}”，请改其一`)
    labels.set(label, name)
    checkKind(name, field, say)
    checkShape(name, field, say)
  }
}

const checkColumns = (definition: LedgerDefinition, say: Say): void => {
  const taken = new Map<string, string>()
  for (const column of columnsOf(definition)) {
    const twin = taken.get(column.name)
    if (RESERVED.has(column.name)) say(column.field, `字段名“${column.field}”是系统保留的，请换一个`)
    if (twin !== undefined) say(column.field, `字段“${column.field}”与“${twin}”在库里同名，请改其一`)
    if (column.name.length > MAX_COLUMN) say(column.field, `字段名“${column.field}”过长，最多 ${MAX_COLUMN} 个字符`)
    if (definition.fields[column.field]?.unique && uniqueIndexName(definition, column.name).length > MAX_IDENTIFIER)
      say(column.field, `唯一字段名“${column.field}”过长，请缩短`)
    taken.set(column.name, column.field)
  }
}

/**
 * Everything wrong with a definition; empty when it may become a table. Names it passes are safe inside SQL text.
 * `shippedFields`: given for a definition a clerk drew up or widened (`[]` for one of his own); every other field must
 * then be `x_…`.
 */
export const checkDefinition = (definition: LedgerDefinition, shippedFields?: readonly string[]): DefinitionFault[] => {
  const faults: DefinitionFault[] = []
  const say: Say = (field, message) => {
    faults.push({ field, code: 'definition.invalid', message })
  }
  checkWhole(definition, say)
  checkKey(definition, say)
  checkNamed(definition, say)
  for (const name of Object.keys(definition.fields)) checkName(name, shippedFields, say)
  checkFields(definition, say)
  checkColumns(definition, say)
  return faults
}
