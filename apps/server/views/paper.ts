import { z } from '@hono/zod-openapi'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'

export const paperSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    meeting: z.string().nullable(),
    asKnownOn: z.string(),
    madeAt: z.string(),
    by: z.string(),
    /** How many figures it is bound to. */
    figures: z.number().int(),
    /** 校验码: the head of the checkpoint in force when it was made. */
    code: z.string(),
    file: z.string(),
  })
  .openapi('Paper')
type PaperView = z.infer<typeof paperSchema>

export type PaperRecord = RecordOf<'paper'>

/** What stands for the code of a paper made before the first checkpoint. */
const NO_CODE = '未生成'

export const paperView = (row: PaperRecord): PaperView => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  meeting: row.meeting,
  asKnownOn: row.asKnownOn ?? row.knownFrom,
  madeAt: row.madeAt ?? '',
  by: row.madeBy ?? '',
  figures: row.figures?.length ?? 0,
  code: row.code ?? NO_CODE,
  file: row.file ?? '',
})

/** Papers in the caller's sight, the newest first. */
export const readPapers = async (store: Store, caller: Caller, on: LocalDate): Promise<PaperView[]> =>
  (await store.records(caller, 'paper', { order: '-madeAt', on })).map(paperView)
