import { z } from '@hono/zod-openapi'
import { type Caller, mayDo, type RecordOf, type Store } from '@yundiao/store'
import { readBreakdown } from './breakdown.ts'
import { changesSince, readSubmissions, snapshotOf, tableOf } from './submissions.ts'
import { taskLines } from './task-lines.ts'

const text = z.string().nullable()
const change = z.object({ item: z.string(), number: z.string(), column: z.string(), was: z.string(), now: z.string() })

export const approvalSchema = z
  .object({
    /** 分解中, 送审, 审定, 交办. */
    stage: z.enum(['breakdown', 'submitted', 'approved', 'handed']),
    submissions: z.array(
      z.object({
        id: z.string(),
        state: z.string(),
        sentBy: z.string(),
        sentOn: text,
        approver: text,
        approvedOn: text,
        signedOffline: z.boolean(),
        note: text,
        version: z.number().int(),
      }),
    ),
    /** 送审版 against 审定版; empty where nothing was approved or nothing changed. */
    atApproval: z.array(change),
    /** What was approved, or is waiting to be, against the table as it stands. */
    since: z.array(change),
    /** 《任务分解表》 made of it, the newest first. */
    tables: z.array(z.object({ id: z.string(), format: z.string(), madeAt: z.string() })),
    /** Items nobody is named to lead, and those no 交办单 has handed over. */
    unclear: z.array(z.object({ item: z.string(), number: z.string(), title: z.string() })),
    waiting: z.number().int(),
    /** Why the step cannot be taken now; null where it can. */
    refused: z.object({ submit: text, decide: text, table: text, handover: text }),
  })
  .openapi('Approval')
type ApprovalView = z.infer<typeof approvalSchema>
type Submission = RecordOf<'submission'>

const NO_RIGHT = '由经济运行办或督查督办岗位办理'
const isStanding = (last: Submission | undefined): last is Submission => last !== undefined && last.state !== '退回'

type State = { last: Submission | undefined; pending: number; items: number; waiting: number; since: number }

const refusals = ({ last, pending, items, waiting, since }: State): ApprovalView['refused'] => {
  const isApproved = last?.state === '审定'
  const isSent = last?.state === '送审'
  const submit = (): string | null => {
    if (isSent) return '已送审，等待审定'
    if (pending > 0) return `还有${pending}条要求待核`
    if (items === 0) return '还没有立项'
    return isApproved && since === 0 ? '已审定，之后没有改动' : null
  }
  const after = isApproved ? null : '审定后才能办理'
  return {
    submit: submit(),
    decide: isSent ? null : '没有待审定的送审稿',
    table: after,
    handover: after ?? (waiting === 0 ? '牵头单位明确的事项都已交办' : null),
  }
}

const all = (why: string): ApprovalView['refused'] => ({ submit: why, decide: why, table: why, handover: why })

const readTables = async (store: Store, caller: Caller, document: string) =>
  (await store.records(caller, 'paper', { where: { document, kind: 'task-table' }, order: '-madeAt' })).map((row) => ({
    id: row.id,
    format: row.format ?? '',
    madeAt: row.madeAt ?? '',
  }))

/** How far a breakdown has come: 送审, 审定, what changed since, what was made of it. Throws Problem not-found. */
export const readApproval = async (store: Store, caller: Caller, document: string): Promise<ApprovalView> => {
  const basis = await readBreakdown(store, caller, document)
  const [submissions, tables] = await Promise.all([
    readSubmissions(store, caller, document),
    readTables(store, caller, document),
  ])
  const last = submissions.at(-1)
  const now = tableOf(basis)
  const lines = taskLines(basis)
  const kept = isStanding(last) ? snapshotOf(last) : null
  const since = kept ? changesSince(kept.approved ?? kept.sent, now) : []
  const waiting = lines.filter((line) => line.leadUnitId !== null && line.handedOn === null).length
  const pending = basis.leaves.filter((leaf) => leaf.disposition === 'pending').length
  const stage = !isStanding(last) ? 'breakdown' : last.state === '送审' ? 'submitted' : 'approved'
  return {
    stage: stage === 'approved' && lines.some((line) => line.handedOn !== null) ? 'handed' : stage,
    submissions: submissions.map((row) => ({
      id: row.id,
      state: row.state,
      sentBy: row.sentBy,
      sentOn: row.sentOn,
      approver: row.approver,
      approvedOn: row.approvedOn,
      signedOffline: row.signedOffline === true,
      note: row.note,
      version: row.version,
    })),
    atApproval: kept?.approved ? changesSince(kept.sent, kept.approved) : [],
    since,
    tables,
    unclear: lines
      .filter((line) => line.leadUnitId === null)
      .map(({ item, number, terms }) => ({ item, number, title: terms.title })),
    waiting,
    refused: mayDo(caller)['item.create']
      ? refusals({ last, pending, items: lines.length, waiting, since: since.length })
      : all(NO_RIGHT),
  }
}
