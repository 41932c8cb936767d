import type { RecordOf } from '@yundiao/store'
import type { FileRef } from './kept.ts'

export type AppealRecord = RecordOf<'appeal'>

/** What an appeal asks: kept as a file, for it tells of one firm. */
export type AskedFile = {
  value: number | null
  was: number | null
  unitShown: string
  reason: string
  evidence: string | null
}
export type DecidedFile = { words: string; value: number | null }
export type AppealFiles = {
  asked: FileRef
  decided?: FileRef
  evidence?: FileRef & { id: string; name: string; media: string }
}
