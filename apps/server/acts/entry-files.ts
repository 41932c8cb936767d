import type { Readable } from 'node:stream'
import { Problem } from '@yundiao/kernel'
import type { Caller, Change, RecordOf, Store } from '@yundiao/store'
import { type EntryPlace, mayWriteEntry } from '../views/open-ledger.ts'
import { addedId, keepingFile, type Upload } from './attach-file.ts'
import { refuseBlocked } from './refuse-blocked.ts'

const MOST_FILES = 20

const requireWriter = (caller: Caller, place: EntryPlace): void => {
  if (mayWriteEntry(caller, place)) return
  throw new Problem('right.missing', '没有权限给这一条附文件：不是本单位填报的台账，或不在管辖范围', {})
}

type EntryName = { ledger: string; entry: string }

const standing = async (store: Store, caller: Caller, { ledger, entry }: EntryName): Promise<RecordOf<'file'>[]> => {
  const files = await store.records(caller, 'file', { where: { ledger, subject: entry } })
  return files.filter(({ withdrawn }) => withdrawn === null)
}

const nameOf = ({ view, row }: EntryPlace): EntryName => ({ ledger: view.definition.id, entry: row.id })

/** The field that lists the names of the files, as it will read: sheets and filters go by it. */
const namesChange = (
  { view, row }: EntryPlace,
  change: (names: readonly string[]) => readonly string[],
): (Change & { do: 'amend' })[] => {
  const { attachments, id } = view.definition
  if (attachments === undefined) return []
  const before = row.values[attachments]
  const names = typeof before === 'string' ? before.split('\n') : []
  const after = change(names).join('\n')
  const { version } = row
  return [{ do: 'amend', ledger: id, id: row.id, version, values: { [attachments]: after === '' ? null : after } }]
}

/**
 * Keeps a scan or a document with an entry; who sees the entry may open it, who may write the entry attaches. Gives its
 * id. Throws Problem right.missing, input.format, value.out-of-range, duplicate, version.stale.
 */
export const attachToEntry = async (
  store: Store,
  caller: Caller,
  place: EntryPlace,
  upload: Upload,
): Promise<string> => {
  requireWriter(caller, place)
  const files = await standing(store, caller, nameOf(place))
  if (files.some(({ name }) => name === upload.name))
    throw new Problem('duplicate', `这一条已有名为 ${upload.name} 的附件，请改名，或先撤下原来的`, {
      name: upload.name,
    })
  if (files.length >= MOST_FILES)
    throw new Problem('value.out-of-range', `一条最多附 ${MOST_FILES} 个文件，请合并后再附`, { most: MOST_FILES })
  const { view, row } = place
  const of = { subject: row.id, ledger: view.definition.id, region: row.region }
  const kept = await keepingFile(store, caller, upload, of)
  return addedId(await store.commit(caller, [...namesChange(place, (names) => [...names, upload.name]), kept]))
}

const findFile = async (store: Store, caller: Caller, place: EntryPlace, file: string): Promise<RecordOf<'file'>> => {
  const found = (await standing(store, caller, nameOf(place))).find(({ id }) => id === file)
  if (!found) throw new Problem('not-found', '这一条没有这个附件，或已经撤下', { file })
  return found
}

/** Takes a file of an entry back, with the reason; it stays on record and is no longer given out. */
export const withdrawFromEntry = async (
  store: Store,
  caller: Caller,
  place: EntryPlace,
  { file, reason }: { file: string; reason: string },
): Promise<void> => {
  requireWriter(caller, place)
  await refuseBlocked(store, caller, { 撤下理由: reason })
  const { id, version, name } = await findFile(store, caller, place, file)
  await store.commit(caller, [
    ...namesChange(place, (names) => names.filter((one) => one !== name)),
    { do: 'change', table: 'file', id, version, set: { withdrawn: reason } },
  ])
}

/** What moves with an entry to another place: its files, whose readers are the place's. */
export const filesMoved = async (
  store: Store,
  caller: Caller,
  place: EntryName,
  region: string | null,
): Promise<Change[]> =>
  (await standing(store, caller, place)).map(({ id, version }) => ({
    do: 'change',
    table: 'file',
    id,
    version,
    set: { region },
  }))

/** A file of an entry. Throws Problem not-found, files.damaged. */
export const openOfEntry = async (
  store: Store,
  caller: Caller,
  place: EntryPlace,
  file: string,
): Promise<{ file: RecordOf<'file'>; content: Readable }> => {
  const found = await findFile(store, caller, place, file)
  return { file: found, content: await store.openFile({ sha256: found.sha256, bytes: found.bytes ?? 0 }) }
}
