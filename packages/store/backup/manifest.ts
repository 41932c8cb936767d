import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@yundiao/kernel'
import { z } from 'zod'

const table = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  sha256: z.string(),
})

const manifest = z.object({
  format: z.literal('yundiao-backup'),
  v: z.literal(1),
  at: z.string(),
  migrations: z.array(z.string()),
  /** Checkpoint hash per city at the moment of the backup. */
  roots: z.record(z.string(), z.string()),
  tables: z.array(table),
  files: z.array(z.object({ sha256: z.string(), bytes: z.int() })),
})

export type Manifest = z.infer<typeof manifest>
export type BackedTable = z.infer<typeof table>

export const MANIFEST = 'manifest.json'

/** The manifest is written last: a folder without one is a backup that did not end. */
export const readManifest = (folder: string): Manifest => {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')))
  } catch {
    throw new Problem('backup.invalid', `${folder} 不是完整的备份（缺少或损坏 ${MANIFEST}），请换一份备份`, { folder })
  }
}
