import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, link, mkdir, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from '@yundiao/kernel'
import { draftsFolder, filesFolder, placeOf } from './place.ts'

export type FileContent = Uint8Array | AsyncIterable<Uint8Array>
export type StoredFile = { sha256: string; bytes: number }
export type PutOptions = { maxBytes: number }

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

const megabytes = (bytes: number): string => `${Math.round((bytes / 2 ** 20) * 10) / 10} MB`

const refuseLarger = (bytes: number, { maxBytes }: PutOptions): void => {
  if (bytes > maxBytes)
    throw new Problem('input.too-large', `文件超过上限 ${megabytes(maxBytes)}，未保存。请压缩或拆分后再上传。`, {
      maxBytes,
    })
}

const asProblem = (error: unknown): unknown => {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Problem('files.unavailable', '磁盘已满，文件未保存。请清理空间后重新上传。')
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Problem('files.unavailable', `文件目录不能写入（${code}），文件未保存。请检查数据目录的属主和权限。`)
  return error
}

async function* chunksOf(content: FileContent): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content
  else yield* content
}

const writeDraft = async (draft: FileHandle, content: FileContent, options: PutOptions): Promise<StoredFile> => {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunksOf(content)) {
    bytes += chunk.byteLength
    refuseLarger(bytes, options)
    hash.update(chunk)
    await draft.writeFile(chunk)
  }
  await draft.sync()
  return { sha256: hash.digest('hex'), bytes }
}

/** Makes the names in a folder last through a power cut. Windows cannot, and does not need to. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const makeFolders = async (home: string, place: string): Promise<void> => {
  const inner = path.dirname(place)
  const made = await mkdir(inner, { recursive: true, mode: 0o700 })
  if (!made) return
  await syncFolder(path.dirname(inner))
  await syncFolder(filesFolder(home))
}

/** Whether the same content lies there whole. One of another size is left from a fault of the disk, and is replaced. */
const isThere = async (place: string, bytes: number): Promise<boolean> => {
  const found = await stat(place).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (!found) return false
  if (found.size === bytes) return true
  await rm(place, { force: true })
  return false
}

const moveIn = async (home: string, draft: string, { sha256, bytes }: StoredFile): Promise<void> => {
  const place = placeOf(home, sha256)
  if (await isThere(place, bytes)) return
  await makeFolders(home, place)
  try {
    await link(draft, place)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  await syncFolder(path.dirname(place))
}

/**
 * Keeps content under its SHA-256, whole or not at all; the same content again is the same file. On a fault, a stream
 * that breaks off or too many bytes, nothing is left behind.
 * Throws Problem input.too-large, files.unavailable (disk full, no right to write).
 */
export const putFile = async (home: string, content: FileContent, options: PutOptions): Promise<StoredFile> => {
  if (content instanceof Uint8Array) refuseLarger(content.byteLength, options)
  const name = path.join(draftsFolder(home), randomUUID())
  try {
    await mkdir(draftsFolder(home), { recursive: true, mode: 0o700 })
    const draft = await open(name, 'wx', 0o600)
    const stored = await writeDraft(draft, content, options).finally(() => draft.close())
    await moveIn(home, name, stored)
    return stored
  } catch (error) {
    throw asProblem(error)
  } finally {
    await rm(name, { force: true })
  }
}
