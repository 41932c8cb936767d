import { LONGEST_PROGRESS } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import { type Caller, mayDo, type RecordValues, type Store } from '@yundiao/store'
import { readItemRecord } from '../views/item.ts'
import { refuseClosed } from './change-item.ts'
import { readUnits } from './item-units.ts'
import { requireDay } from './require-day.ts'

export type NewProgress = {
  asOf: string
  text: string
  /** 0–100. */
  percent: number | null
  problems: string | null
  nextSteps: string | null
  /** 代录: for whom and how it was told, by phone or on paper. */
  onBehalfOf?: string | null | undefined
  /** The unit it is kept for, where the office does it. */
  unit?: string | null | undefined
  /** The stamped scan, a file of this item; 线下已签. */
  file?: string | null | undefined
  signedOffline?: boolean | undefined
  closing?: boolean | undefined
}

/** The unit a person acts for: their own, or the one that speaks for their county or zone. */
export const ownUnit = (caller: Caller): string | null =>
  caller.unit ?? caller.scopes.find((scope) => scope.startsWith('u:'))?.slice(2) ?? null

/** A note's day, not after the business day. Throws Problem day.invalid. */
export const asOfDay = (caller: Caller, text: string) => {
  const asOf = requireDay('截至日', text)
  if (asOf > caller.today)
    throw new Problem('day.invalid', `截至日 ${asOf} 晚于业务日期 ${caller.today}，请改为不晚于当日`, { field: 'asOf' })
  return asOf
}

/** Words of a note within the column's width; `place` names whose, for a sheet of many. */
const progressText = (text: string, place = ''): string => {
  const words = text.trim()
  if (words.length > LONGEST_PROGRESS)
    throw new Problem('input.invalid', `${place}进展情况 ${words.length} 字，超过 ${LONGEST_PROGRESS} 字，请精简`, {
      field: 'text',
    })
  return words
}

const requireFile = async (store: Store, caller: Caller, item: string, file: string | null): Promise<string | null> => {
  if (file === null) return null
  const stored = await store.record(caller, 'file', file)
  if (stored && stored.item === item) return file
  throw new Problem('not-found', '没有找到所附的文件，请重新上传', { file })
}

/** Whose note it is: the caller's unit, or the one the office keeps it for with how it was told. */
const unitFor = async (store: Store, caller: Caller, { unit, onBehalfOf }: NewProgress): Promise<string | null> => {
  if (!unit || !mayDo(caller)['item.create']) return ownUnit(caller)
  const chosen = (await readUnits(store, caller)).chosen('代录单位', unit)
  if (chosen !== ownUnit(caller) && !onBehalfOf?.trim())
    throw new Problem('input.invalid', '代录须注明何人以何方式告知，例如“局办公室电话告知”', { field: 'onBehalfOf' })
  return chosen
}

/** 反馈进展, by whoever the item is led or assisted by, or by the office for them; the store refuses the rest. */
export const addProgress = async (store: Store, caller: Caller, id: string, asked: NewProgress): Promise<string> => {
  const item = await readItemRecord(store, caller, id, caller.today)
  refuseClosed(item)
  const { problems, nextSteps, percent } = asked
  const values: RecordValues = {
    item: id,
    unit: await unitFor(store, caller, asked),
    asOf: asOfDay(caller, asked.asOf),
    text: progressText(asked.text),
    percent: percent === null ? null : percent / 100,
    problems,
    nextSteps,
    onBehalfOf: asked.onBehalfOf?.trim() || null,
    file: await requireFile(store, caller, id, asked.file ?? null),
    signedOffline: asked.signedOffline ?? null,
    closing: asked.closing ? '待核' : null,
  }
  const [outcome] = await store.commit(caller, [{ do: 'add', table: 'progress', rows: [{ values }] }])
  return outcome?.do === 'add' ? (outcome.ids[0] ?? '') : ''
}
