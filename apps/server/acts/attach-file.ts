import type { Readable } from 'node:stream'
import { Problem } from '@yundiao/kernel'
import type { Caller, Change, Outcome, RecordOf, RecordValues, Store } from '@yundiao/store'
import { readItemRecord } from '../views/item.ts'
import { readNames } from '../views/names.ts'
import { unitOfSheet } from '../views/progress-sheet.ts'
import { refuseBlocked } from './refuse-blocked.ts'

const MOST_BYTES = 20 * 1024 * 1024

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte)

/** Scans and office documents, by what they begin with; never by what they are called. */
const KINDS: readonly { head: readonly number[]; media: string; extensions: readonly string[] }[] = [
  { head: [0x25, 0x50, 0x44, 0x46], media: 'application/pdf', extensions: ['pdf'] },
  { head: [0x89, 0x50, 0x4e, 0x47], media: 'image/png', extensions: ['png'] },
  { head: [0xff, 0xd8, 0xff], media: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  { head: [0x4f, 0x46, 0x44], media: 'application/ofd', extensions: ['ofd'] },
  { head: [0x50, 0x4b, 0x03, 0x04], media: 'application/zip', extensions: ['docx', 'xlsx', 'ofd'] },
]

/** What an attachment is. Throws Problem input.format for what is none. */
export const mediaOf = (name: string, bytes: Uint8Array): string => {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? ''
  const kind = KINDS.find(({ head, extensions }) => startsWith(bytes, head) && extensions.includes(extension))
  if (kind) return kind.media
  throw new Problem(
    'input.format',
    `${name} 不能作为附件：只收扫描件（PDF、JPG、PNG、OFD）和 .docx、.xlsx，且内容须与后缀一致`,
    { name },
  )
}

export type Upload = { name: string; bytes: Uint8Array }

/** Stores what was handed in; gives the change that keeps it with what it belongs to. Throws Problem input.format. */
export const keepingFile = async (
  store: Store,
  caller: Caller,
  upload: Upload,
  of: RecordValues,
): Promise<Change & { do: 'add' }> => {
  const media = mediaOf(upload.name, upload.bytes)
  await refuseBlocked(store, caller, { 文件名: upload.name })
  const stored = await store.putFile(upload.bytes, { maxBytes: MOST_BYTES })
  return { do: 'add', table: 'file', rows: [{ values: { ...stored, name: upload.name, media, ...of } }] }
}

/** The id of what the last of some changes added. */
export const addedId = (outcomes: readonly Outcome[]): string => {
  const last = outcomes.at(-1)
  return last?.do === 'add' ? (last.ids[0] ?? '') : ''
}

const keep = async (store: Store, caller: Caller, upload: Upload, of: RecordValues): Promise<string> =>
  addedId(await store.commit(caller, [await keepingFile(store, caller, upload, of)]))

/** Keeps a scan or a delivered document with an item; whoever sees the item may open it. Gives its id. */
export const attachFile = async (store: Store, caller: Caller, id: string, upload: Upload): Promise<string> => {
  await readItemRecord(store, caller, id, caller.today)
  return keep(store, caller, upload, { subject: id, item: id })
}

/** What the stamped scan of a unit's whole sheet is kept under: notes of several items point at it. */
const SHEET = 'progress-sheet'

/** Keeps the stamped scan of a unit's whole sheet; the unit and the city's offices may open it. Gives its id. */
export const attachSheetFile = async (
  store: Store,
  caller: Caller,
  asked: string | undefined,
  upload: Upload,
): Promise<string> => {
  const unit = unitOfSheet(caller, asked, await readNames(store, caller))
  return keep(store, caller, upload, { subject: SHEET, unit })
}

/** A file of an item. Throws Problem not-found, files.damaged. */
export const openAttached = async (
  store: Store,
  caller: Caller,
  { item, file }: { item: string; file: string },
): Promise<{ file: RecordOf<'file'>; content: Readable }> => {
  const found = await store.record(caller, 'file', file)
  if (!found || (found.item !== item && found.subject !== SHEET))
    throw new Problem('not-found', '没有找到这个附件，或无权查看', { file })
  return { file: found, content: await store.openFile({ sha256: found.sha256, bytes: found.bytes ?? 0 }) }
}
