import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Problem } from '@yundiao/kernel'
import { placeOf } from './place.ts'
import type { StoredFile } from './put-file.ts'

const openPlace = async (home: string, sha256: string): Promise<FileHandle> => {
  try {
    return await open(placeOf(home, sha256), 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Problem('not-found', '没有找到这个文件。它可能没有随数据一起恢复，请从备份恢复 files 目录。', { sha256 })
  }
}

/**
 * A stored file as a stream. `bytes` is the size it was stored with; a file of another size was cut off or changed and
 * is not given out. Throws Problem not-found, files.damaged.
 */
export const openFile = async (home: string, { sha256, bytes }: StoredFile): Promise<Readable> => {
  const handle = await openPlace(home, sha256)
  const { size } = await handle.stat()
  if (size === bytes) return handle.createReadStream()
  await handle.close()
  throw new Problem(
    'files.damaged',
    `文件应为 ${bytes} 字节，磁盘上是 ${size} 字节，已被截断或改动。请从备份恢复该文件。`,
    { sha256, bytes, size },
  )
}

/** Whether a stored file still holds what its name says; reads all of it. Throws Problem not-found. */
export const isFileIntact = async (home: string, sha256: string): Promise<boolean> => {
  const handle = await openPlace(home, sha256)
  const hash = createHash('sha256')
  for await (const chunk of handle.createReadStream()) hash.update(chunk)
  return hash.digest('hex') === sha256
}
