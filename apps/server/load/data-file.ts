import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadDataFile } from '@yundiao/mianyang'

const DATA = join(import.meta.dirname, '../../../cities/mianyang/data')

/** A file of the city pack: its text and its hash. A byte that is no UTF-8 ends the start, it is never replaced. */
export const readDataFile: ReadDataFile = (path) => {
  const bytes = readFileSync(join(DATA, path))
  return {
    text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
