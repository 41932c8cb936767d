import type { EvaluationView } from '../../api/types.ts'

/** What every view of one evaluation is about, and the day it is read as known on. */
export type ViewProps = { view: EvaluationView; on: string | undefined }
