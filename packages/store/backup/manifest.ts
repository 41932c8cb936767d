import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@yundiao/kernel'
import { z } from 'zod'

/** Names go into statements and paths: one that could mean anything else there is no name of ours. */
const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const table = z.object({ schema: z.enum(['public', 'auth']), name, columns: z.array(name), rows: z.int(), sha256 })

const destruction = z.object({ name: z.string(), keyId: z.string(), destroyedAt: z.string() })

const manifest = z.object({
  format: z.literal('yundiao-backup'),
  v: z.literal(1),
  at: z.string(),
  migrations: z.array(z.string()),
  /** Root over the heads of every stream, by city: what a verification of the restored records must come to. */
  roots: z.record(z.string(), sha256),
  /** Public keys (SPKI in base64) of the checkpoints. Private ones are never part of a backup. */
  checkpointKeys: z.array(z.string()),
  /** Purpose keys that were destroyed, so that they are so in whatever home this is restored into. */
  destroyed: z.array(destruction),
  tables: z.array(table),
  files: z.array(z.object({ sha256, bytes: z.int() })),
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
