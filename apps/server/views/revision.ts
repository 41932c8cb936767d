import { z } from '@hono/zod-openapi'
import type { Caller, RecordOf, Store } from '@yundiao/store'

const changed = z.object({
  /** By which a decision names it. */
  name: z.string(),
  where: z.string(),
  was: z.string(),
  now: z.string(),
  /** What the number was bound to: a figure, a formula, an item. */
  ref: z.string(),
})
const unbound = z.object({ name: z.string(), where: z.string(), text: z.string() })
const text = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  where: z.string(),
  was: z.string().optional(),
  now: z.string().optional(),
})

export const findingsSchema = z.object({
  changed: z.array(changed),
  unbound: z.array(unbound),
  removed: z.array(z.object({ was: z.string(), ref: z.string() })),
  texts: z.array(text),
  /** Changes of the text beyond those listed. */
  moreTexts: z.number().int(),
})
export type Findings = z.infer<typeof findingsSchema>

export const decisionSchema = z.object({
  /** The finding's name. */
  name: z.string().max(80),
  /** `new` what came back, `draft` as it was printed. */
  take: z.enum(['new', 'draft']),
  reason: z.string().max(200),
})
export type Decision = z.infer<typeof decisionSchema>

/** How an edited copy stands. */
const REVISION_STATES = ['待处理', '已采用', '未采用'] as const

export const revisionSchema = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    name: z.string(),
    by: z.string(),
    on: z.string(),
    state: z.enum(REVISION_STATES),
    note: z.string().nullable(),
    findings: findingsSchema,
    decisions: z.array(decisionSchema),
    settledBy: z.string().nullable(),
    settledOn: z.string().nullable(),
    version: z.number().int(),
  })
  .openapi('Revision')

export type RevisionRecord = RecordOf<'revision'>

/** What was found in it when it came back. */
export const findingsOf = (row: RevisionRecord): Findings => findingsSchema.parse(row.findings)

const revisionView = (row: RevisionRecord): z.infer<typeof revisionSchema> => ({
  id: row.id,
  seq: row.seq ?? 1,
  name: row.name,
  by: row.receivedBy,
  on: row.receivedOn ?? row.knownFrom,
  state: REVISION_STATES.find((state) => state === row.state) ?? '待处理',
  note: row.note,
  findings: findingsOf(row),
  decisions: z.array(decisionSchema).parse(row.decisions ?? []),
  settledBy: row.settledBy,
  settledOn: row.settledOn,
  version: row.version,
})

/** The edited copies of a paper in sight, the newest first. */
export const readRevisions = async (store: Store, caller: Caller, paper: string) =>
  (await store.records(caller, 'revision', { where: { paper }, order: '-seq' })).map(revisionView)
