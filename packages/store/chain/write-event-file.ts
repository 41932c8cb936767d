import { open, rename, rm } from 'node:fs/promises'
import { type ExportParts, eventFileLines } from './export-file.ts'
import type { ExportEnd } from './export-format.ts'

const FLUSH_AT = 2 ** 20

/** Writes an export to `path`, whole or not at all. Throws what the disk throws, with nothing left behind. */
export const writeEventFile = async (path: string, parts: ExportParts): Promise<ExportEnd> => {
  const draft = `${path}.${process.pid}.part`
  try {
    const file = await open(draft, 'w', 0o600)
    const written = await writeAll(file, eventFileLines(parts)).finally(() => file.close())
    await rename(draft, path)
    return written
  } finally {
    await rm(draft, { force: true })
  }
}

type Draft = { writeFile: (text: string) => Promise<void>; sync: () => Promise<void> }

const writeAll = async (file: Draft, lines: AsyncGenerator<string, ExportEnd>): Promise<ExportEnd> => {
  let held = ''
  for (;;) {
    const { done, value } = await lines.next()
    if (!done) held += value
    if (held.length >= FLUSH_AT || done) {
      await file.writeFile(held)
      held = ''
    }
    if (!done) continue
    await file.sync()
    return value
  }
}
