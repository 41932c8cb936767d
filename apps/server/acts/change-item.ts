import { type ClosureKind, LONGEST_PROGRESS } from '@yundiao/directives'
import { isClosed, Problem } from '@yundiao/kernel'
import type { Caller, RecordValues, Store } from '@yundiao/store'
import type { DocumentKind } from '../views/directive-words.ts'
import { readItemRecord } from '../views/item.ts'
import { factOfItem, type ItemRecord } from '../views/item-facts.ts'
import { readUnits } from './item-units.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { registerItem } from './register-item.ts'
import { optionalDay, requireDay } from './require-day.ts'

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
}

const requireRegion = async (store: Store, caller: Caller, region: string): Promise<string> => {
  const [found] = await store.records(caller, 'region', { where: { code: region }, limit: 1 })
  if (found) return region
  throw new Problem('region.unknown', `行政区代码 ${region} 不存在，请核对`, { region })
}

const named = <T>(name: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [name]: value }

/** Fields a person fills in, as the store takes them. A county office in the lead places the item in its county. */
const valuesOf = async (
  store: Store,
  caller: Caller,
  fields: ItemFields,
  held: readonly string[],
): Promise<RecordValues> => {
  const units = await readUnits(store, caller)
  const lead = fields.leadUnit && units.chosen('牵头单位', fields.leadUnit, held)
  const place = fields.region ? await requireRegion(store, caller, fields.region) : fields.region
  return {
    ...named('title', fields.title?.trim()),
    ...named('leadUnit', lead),
    ...named(
      'assistUnits',
      fields.assistUnits?.map((unit) => units.chosen('配合单位', unit, held)),
    ),
    ...(fields.deadline === undefined ? {} : { deadline: optionalDay('完成时限', fields.deadline) }),
    ...named('measure', fields.measure),
    ...named('closureKind', fields.closureKind),
    ...named('leadLeader', fields.leadLeader),
    ...named('region', place === undefined && lead !== undefined ? units.regionOf(lead || null) : place),
  }
}

/** Fills in or corrects fields of an open item. */
export const changeItem = async (store: Store, caller: Caller, id: string, asked: ItemFields & { version: number }) => {
  const item = await readItemRecord(store, caller, id, caller.today)
  refuseClosed(item)
  const { version, ...fields } = asked
  const held = [...(item.leadUnit === null ? [] : [item.leadUnit]), ...(item.assistUnits ?? [])]
  const set = await valuesOf(store, caller, fields, held)
  if (Object.keys(set).length === 0) throw new Problem('input.invalid', '没有改动任何一项，请填写后再保存')
  await store.commit(caller, [{ do: 'change', table: 'item', id, version, set }])
}

export type NewItem = ItemFields & {
  title: string
  document: string | null
  meeting: string | null
  source: { kind: DocumentKind; title: string; number: string | null }
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
  await refuseBlocked(store, caller, { 督办事项: fields.title, 依据: source.title, 文号: source.number })
  const values = await valuesOf(store, caller, fields, [])
  return registerItem(store, caller, {
    ...values,
    sourceKind: source.kind,
    sourceTitle: source.title,
    sourceNumber: source.number,
    document,
    meeting,
    authority,
    theme: 'other',
  })
}

export type NewProgress = {
  asOf: string
  text: string
  percent: number | null
  problems: string | null
  nextSteps: string | null
}

/** 反馈进展, by whoever the item is led or assisted by; the store refuses the rest. */
export const addProgress = async (store: Store, caller: Caller, id: string, asked: NewProgress): Promise<string> => {
  const item = await readItemRecord(store, caller, id, caller.today)
  refuseClosed(item)
  const asOf = requireDay('截至日', asked.asOf)
  if (asOf > caller.today)
    throw new Problem('day.invalid', `截至日 ${asOf} 晚于业务日期 ${caller.today}，请改为不晚于当日`, { field: 'asOf' })
  if (asked.text.trim().length > LONGEST_PROGRESS)
    throw new Problem('input.invalid', `进展情况 ${asked.text.trim().length} 字，超过 ${LONGEST_PROGRESS} 字，请精简`, {
      field: 'text',
    })
  const { problems, nextSteps, percent } = asked
  const values = {
    item: id,
    unit: caller.unit,
    asOf,
    text: asked.text.trim(),
    percent: percent === null ? null : percent / 100,
    problems,
    nextSteps,
  }
  const [outcome] = await store.commit(caller, [{ do: 'add', table: 'progress', rows: [{ values }] }])
  return outcome?.do === 'add' ? (outcome.ids[0] ?? '') : ''
}
