import { ARCHIVE_CAPS, openArchive } from '../open-archive.ts'
import { WORD } from '../sniff-file.ts'
import { type ZipEntry, zipEntries } from '../zip-entries.ts'

/** A docx with one part rewritten, as an editor would; a part rewritten to null is left out. */
export const editDocx = async (
  bytes: Uint8Array,
  part: string,
  rewrite: (xml: string) => string | null,
): Promise<Uint8Array> => {
  const archive = await openArchive(bytes, WORD, ARCHIVE_CAPS)
  const entries: ZipEntry[] = []
  for (const name of archive.names) {
    const pieces: Uint8Array[] = []
    for await (const piece of archive.read(name)) pieces.push(piece)
    const data = Buffer.concat(pieces)
    const text = name === part ? rewrite(data.toString('utf8')) : undefined
    if (text !== null) entries.push({ name, data: text === undefined ? data : Buffer.from(text) })
  }
  return zipEntries(entries)
}

/** The docx with empty parts of these names beside its own. */
export const addParts = async (bytes: Uint8Array, names: readonly string[]): Promise<Uint8Array> => {
  const archive = await openArchive(bytes, WORD, ARCHIVE_CAPS)
  const entries: ZipEntry[] = names.map((name) => ({ name, data: new Uint8Array([0]) }))
  for (const name of archive.names) {
    const pieces: Uint8Array[] = []
    for await (const piece of archive.read(name)) pieces.push(piece)
    entries.push({ name, data: Buffer.concat(pieces) })
  }
  return zipEntries(entries)
}
