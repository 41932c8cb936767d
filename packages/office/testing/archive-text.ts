import { ARCHIVE_CAPS, openArchive } from '../open-archive.ts'
import { WORD } from '../sniff-file.ts'

/** All a docx says, part by part, with the tags taken out: a word cut by formatting is whole again. */
export const archiveText = async (bytes: Uint8Array): Promise<string> => {
  const archive = await openArchive(bytes, WORD, ARCHIVE_CAPS)
  const texts: string[] = []
  for (const name of archive.names) {
    const pieces: Uint8Array[] = []
    for await (const piece of archive.read(name)) pieces.push(piece)
    texts.push(new TextDecoder().decode(Buffer.concat(pieces)).replaceAll(/<[^>]*>/gu, ''))
  }
  return texts.join('\n')
}
