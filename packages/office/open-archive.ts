import { isProblem, Problem } from '@yundiao/kernel'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type OfficeKind, refuseForeign } from './sniff-file.ts'

/** Limits of a container: bytes as uploaded, entries, and bytes unpacked over everything read from it. */
export type ArchiveCaps = { fileBytes: number; entries: number; unpackedBytes: number }

export const ARCHIVE_CAPS: ArchiveCaps = { fileBytes: 50 * 2 ** 20, entries: 2000, unpackedBytes: 200 * 2 ** 20 }

/** The parts of a zip container. Reading is streamed; all reads share one budget of unpacked bytes. */
export type Archive = {
  names: ReadonlySet<string>
  /** The part's bytes in pieces; a Problem where it is lacking, damaged or over the limit. */
  read: (name: string) => AsyncGenerator<Uint8Array>
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`

const tooLarge = (limit: number, name: string): Problem =>
  new Problem(
    'input.too-large',
    `文件解压后超过 ${megabytes(limit)}（${name}），已停止读取。请拆成几个小文件，或删去空白的行、列和图片后另存。`,
    {
      part: name,
      limit,
    },
  )

const damaged = (kind: OfficeKind): Problem =>
  new Problem(
    'input.format',
    `文件已损坏，不是完整的 ${kind.name}。请重新导出或用 WPS 打开后另存为 ${kind.extension}。`,
  )

const openZip = async (bytes: Uint8Array, kind: OfficeKind): Promise<ZipFile> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, decodeStrings: true })
  } catch {
    throw damaged(kind)
  }
}

const listEntries = async (zip: ZipFile, kind: OfficeKind, caps: ArchiveCaps): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > caps.entries)
    throw new Problem(
      'input.too-large',
      `文件里有 ${zip.entryCount} 个部件，超过 ${caps.entries} 个上限。请另存一份干净的文件再导入。`,
      {
        limit: caps.entries,
      },
    )
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted())
        throw new Problem('input.encrypted', '文件设了密码，读不出内容。请取消密码后另存，再导入。')
      if (entries.has(entry.fileName)) throw damaged(kind)
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw isProblem(error) ? error : damaged(kind)
  }
  return entries
}

const refuseMacros = (names: Iterable<string>, kind: OfficeKind): void => {
  for (const name of names)
    if (/vbaProject\.bin$/iu.test(name))
      throw new Problem('input.macro', `文件含宏，不予读取。请另存为不带宏的 ${kind.extension} 再导入。`, {
        part: name,
      })
}

/**
 * Opens a docx or xlsx for reading, refusing what is not one: other formats, passwords, macros, damage, too many parts.
 * A declared size over the budget is refused before unpacking; a false one is stopped where it is exceeded.
 */
export const openArchive = async (
  bytes: Uint8Array,
  kind: OfficeKind,
  caps: ArchiveCaps = ARCHIVE_CAPS,
): Promise<Archive> => {
  if (bytes.length > caps.fileBytes)
    throw new Problem('input.too-large', `文件超过 ${megabytes(caps.fileBytes)} 上限。请拆成几个文件再导入。`, {
      limit: caps.fileBytes,
    })
  refuseForeign(bytes, kind)
  const zip = await openZip(bytes, kind)
  const entries = await listEntries(zip, kind, caps)
  refuseMacros(entries.keys(), kind)
  return { names: new Set(entries.keys()), read: partReader(zip, entries, kind, caps) }
}

const partReader = (
  zip: ZipFile,
  entries: Map<string, Entry>,
  kind: OfficeKind,
  caps: ArchiveCaps,
): Archive['read'] => {
  let left = caps.unpackedBytes
  return async function* (name) {
    const entry = entries.get(name)
    if (!entry) throw damaged(kind)
    if (entry.uncompressedSize > left) throw tooLarge(caps.unpackedBytes, name)
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        left -= chunk.length
        if (left < 0) throw tooLarge(caps.unpackedBytes, name)
        yield chunk
      }
    } catch (error) {
      throw isProblem(error) ? error : damaged(kind)
    }
  }
}
