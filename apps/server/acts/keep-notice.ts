import { Problem } from '@yundiao/kernel'
import type { Caller, Change, RecordValues, Store } from '@yundiao/store'
import { isOwn, keepsNotices, type NoticeRecord } from '../views/notices.ts'
import { mediaOf } from './attach-file.ts'
import { refuseBlocked } from './refuse-blocked.ts'

const readNotice = async (store: Store, caller: Caller, id: string): Promise<NoticeRecord> => {
  const notice = await store.record(caller, 'notice', id)
  if (!notice) throw new Problem('not-found', '没有找到这份交办单，或无权查看', { notice: id })
  return notice
}

export type NoticeChange = { version: number; officialNumber?: string | null | undefined; received?: true | undefined }

const numberSet = async (store: Store, caller: Caller, { officialNumber }: NoticeChange): Promise<RecordValues> => {
  if (officialNumber === undefined) return {}
  if (!keepsNotices(caller)) throw new Problem('right.missing', '文号由运行办或督查回填')
  await refuseBlocked(store, caller, { 文号: officialNumber })
  return { officialNumber: officialNumber?.trim() || null }
}

const receivedSet = (caller: Caller, notice: NoticeRecord, { received }: NoticeChange): RecordValues => {
  if (!received) return {}
  if (!isOwn(caller, notice.unit))
    throw new Problem('right.missing', '交办单由承办单位自己签收，不能代签', { notice: notice.id })
  if (notice.receivedOn !== null)
    throw new Problem('state.illegal', `${notice.number} 已由${notice.receivedBy}于 ${notice.receivedOn} 签收`, {
      notice: notice.id,
    })
  return { receivedBy: caller.name, receivedOn: caller.today }
}

/** 回填文号 by the office, 签收 by the unit itself. Throws Problem right.missing, state.illegal, version.stale. */
export const changeNotice = async (store: Store, caller: Caller, id: string, asked: NoticeChange): Promise<void> => {
  const notice = await readNotice(store, caller, id)
  const set = { ...(await numberSet(store, caller, asked)), ...receivedSet(caller, notice, asked) }
  if (Object.keys(set).length === 0) throw new Problem('input.invalid', '没有改动任何一项，请填写后再保存')
  const note = asked.received ? '签收' : '回填文号'
  await store.commit(caller, [{ do: 'change', table: 'notice', id, version: asked.version, set, note }])
}

const MOST_BYTES = 20 * 1024 * 1024
/** Lays the stamped scan by the 交办单. */
export const attachScan = async (
  store: Store,
  caller: Caller,
  id: string,
  { version, name, bytes }: { version: number; name: string; bytes: Uint8Array },
): Promise<void> => {
  const notice = await readNotice(store, caller, id)
  if (!keepsNotices(caller)) throw new Problem('right.missing', '盖章扫描件由运行办或督查上传')
  const media = mediaOf(name, bytes)
  await refuseBlocked(store, caller, { 文件名: name })
  const stored = await store.putFile(bytes, { maxBytes: MOST_BYTES })
  const file = store.newId()
  const changes: Change[] = [
    {
      do: 'add',
      table: 'file',
      rows: [{ id: file, values: { ...stored, name, media, subject: id, unit: notice.unit } }],
    },
    { do: 'change', table: 'notice', id, version, set: { scan: file }, note: '附盖章扫描件' },
  ]
  await store.commit(caller, changes)
}

/** The 交办单 itself or its scan, for whoever may see the notice. */
export const openNotice = async (store: Store, caller: Caller, id: string, what: 'paper' | 'scan') => {
  const notice = await readNotice(store, caller, id)
  const files = await store.records(caller, 'file', {
    where: what === 'scan' ? { id: notice.scan ?? '' } : { subject: notice.paper ?? '' },
  })
  const file = files.find((one) => what === 'scan' || one.name.endsWith('.docx'))
  if (!file) throw new Problem('not-found', what === 'scan' ? '还没有上传盖章扫描件' : '没有找到这份交办单的文件')
  return { file, content: await store.openFile({ sha256: file.sha256, bytes: file.bytes ?? 0 }) }
}
