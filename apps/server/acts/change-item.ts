import type { ClosureKind } from '@yundiao/directives'
import { isClosed, Problem } from '@yundiao/kernel'
import type { Caller, RecordValues, Store } from '@yundiao/store'
import { type DocumentKind, FINDING_KIND } from '../views/directive-words.ts'
import { readItemRecord } from '../views/item.ts'
import { factOfItem, type ItemRecord } from '../views/item-facts.ts'
import { shareAnew } from './item-children.ts'
import { readUnits } from './item-units.ts'
import { readLeaders, refuseEnded } from './leaders.ts'
import { requireDue } from './read-due.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { registerItem } from './register-item.ts'
import { optionalDay } from './require-day.ts'

/** Refuses a change to an item that is closed. Throws Problem state.illegal. */
export const refuseClosed = (item: ItemRecord): void => {
  if (item.closedOn !== null || isClosed(factOfItem(item).state))
    throw new Problem('state.illegal', `${item.number} 已于 ${item.closedOn ?? '此前'} 办结，不能再修改`, {
      item: item.id,
    })
}

export type ItemFields = {
  title?: string | undefined
  leadUnit?: string | null | undefined
  assistUnits?: string[] | undefined
  deadline?: string | null | undefined
  measure?: string | null | undefined
  closureKind?: ClosureKind | null | undefined
  leadLeader?: string | null | undefined
  region?: string | null | undefined
  /** 具体举措, 阶段节点, 备注, 反馈频次. */
  steps?: string | null | undefined
  nodes?: readonly { by: string; words: string }[] | null | undefined
  remark?: string | null | undefined
  feedback?: string | null | undefined
  sourceTitle?: string | null | undefined
  sourceNumber?: string | null | undefined
  sourceOn?: string | null | undefined
  quote?: string | null | undefined
}

const requireRegion = async (store: Store, caller: Caller, region: string): Promise<string> => {
  const [found] = await store.records(caller, 'region', { where: { code: region }, limit: 1 })
  if (found) return region
  throw new Problem('region.unknown', `行政区代码 ${region} 不存在，请核对`, { region })
}

const named = <T>(name: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [name]: value }

/** What is kept as it is typed; a blank is not known. */
const wordsOf = (fields: ItemFields): RecordValues => ({
  ...named('steps', fields.steps),
  ...named('nodes', fields.nodes?.filter(({ words }) => words.trim() !== '') ?? fields.nodes),
  ...named('remark', fields.remark),
  ...named('feedback', fields.feedback),
  ...named('sourceTitle', fields.sourceTitle),
  ...named('sourceNumber', fields.sourceNumber),
  ...named('quote', fields.quote),
  ...(fields.sourceOn === undefined ? {} : { sourceOn: optionalDay('批示或印发日期', fields.sourceOn) }),
})

/** Fields a person fills in, as the store takes them. A county office in the lead places the item in its county. */
const valuesOf = async (
  store: Store,
  caller: Caller,
  fields: ItemFields,
  held: readonly string[],
): Promise<RecordValues> => {
  const units = await readUnits(store, caller)
  const lead = fields.leadUnit && units.chosen('牵头单位', fields.leadUnit, held)
  if (fields.leadLeader) refuseEnded(await readLeaders(store, caller, caller.today), '牵头市领导', fields.leadLeader)
  const place = fields.region ? await requireRegion(store, caller, fields.region) : fields.region
  return {
    ...named('title', fields.title?.trim()),
    ...named('leadUnit', lead),
    ...named(
      'assistUnits',
      fields.assistUnits?.map((unit) => units.chosen('配合单位', unit, held)),
    ),
    ...(fields.deadline === undefined ? {} : requireDue(fields.deadline ?? '', caller.today)),
    ...named('measure', fields.measure),
    ...named('closureKind', fields.closureKind),
    ...named('leadLeader', fields.leadLeader),
    ...wordsOf(fields),
    ...named('region', place === undefined && lead !== undefined ? units.regionOf(lead || null) : place),
  }
}

/** The fields a person fills in of a new item, checked, as the store takes them. */
export const itemFieldValues = (store: Store, caller: Caller, fields: ItemFields): Promise<RecordValues> =>
  valuesOf(store, caller, fields, [])

/** The words of a text about time stay beside the day a person makes of them. */
const keepingWords = (item: ItemRecord, set: RecordValues): RecordValues => {
  const { deadlineWords, ...rest } = set
  return deadlineWords === undefined || (deadlineWords === null && item.document !== null) ? rest : set
}

/** Of an item made of a finding these are worked out, and nobody's to type. */
const BASIS_FIELDS = ['quote', 'sourceTitle', 'sourceNumber', 'sourceOn'] as const

/** Fills in or corrects fields of an open item. */
export const changeItem = async (store: Store, caller: Caller, id: string, asked: ItemFields & { version: number }) => {
  const item = await readItemRecord(store, caller, id, caller.today)
  refuseClosed(item)
  const { version, ...fields } = asked
  const held = [...(item.leadUnit === null ? [] : [item.leadUnit]), ...(item.assistUnits ?? [])]
  const set = keepingWords(item, await valuesOf(store, caller, fields, held))
  if (Object.keys(set).length === 0) throw new Problem('input.invalid', '没有改动任何一项，请填写后再保存')
  if (asked.quote !== undefined && item.document !== null)
    throw new Problem('input.invalid', '原文取自已导入的文字，不能改写；如有出入请改依据', { field: 'quote' })
  if (item.sourceKind === FINDING_KIND && BASIS_FIELDS.some((field) => field in set))
    throw new Problem('input.invalid', '依据是研判要点，由数据得出，不能改写；如数有更正，请对更正后的要点立项', {
      field: 'quote',
    })
  const isShared = ['leadUnit', 'assistUnits', 'region'].some((field) => field in set)
  await store.commit(caller, [
    { do: 'change', table: 'item', id, version, set },
    ...(isShared ? await shareAnew(store, caller, id) : []),
  ])
}

export type NewItem = ItemFields & {
  title: string
  document: string | null
  meeting: string | null
  source: { kind: DocumentKind; title: string | null; number: string | null }
}

const authorityOf = async (store: Store, caller: Caller, asked: NewItem): Promise<string | null> => {
  const document = asked.document === null ? null : await store.record(caller, 'document', asked.document)
  const meeting = asked.meeting === null ? null : await store.record(caller, 'meeting', asked.meeting)
  if ((asked.document !== null && !document) || (asked.meeting !== null && !meeting))
    throw new Problem('not-found', '没有找到所选的会议或文件，请重新选择')
  return document?.authority ?? meeting?.authority ?? null
}

/** 登记一件: an item without a sentence, on a basis named by title and number. */
export const addItem = async (store: Store, caller: Caller, asked: NewItem): Promise<string> => {
  const { document, meeting, source, ...fields } = asked
  const authority = await authorityOf(store, caller, asked)
  if (!source.title?.trim() && !source.number?.trim())
    throw new Problem('input.invalid', '依据请填写名称（会议、文件或批示领导）或文号，至少一项', { field: 'source' })
  await refuseBlocked(store, caller, { 督办事项: fields.title, 依据: source.title, 文号: source.number })
  const values = await itemFieldValues(store, caller, fields)
  return registerItem(store, caller, {
    ...values,
    sourceKind: source.kind,
    sourceTitle: source.title?.trim() || null,
    sourceNumber: source.number?.trim() || null,
    document,
    meeting,
    authority,
    theme: 'other',
  })
}
