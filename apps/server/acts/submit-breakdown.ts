import { Problem } from '@yundiao/kernel'
import type { Caller, Json, Store } from '@yundiao/store'
import { readBreakdown } from '../views/breakdown.ts'
import { changesSince, readSubmissions, type SentTable, snapshotOf, tableOf } from '../views/submissions.ts'
import { readLeaders, refuseEnded } from './leaders.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { requireDay } from './require-day.ts'

const jsonOf = (table: SentTable | { sent: SentTable; approved: SentTable | null }): Json =>
  JSON.parse(JSON.stringify(table)) as Json

/** 送审 of the whole table as it stands, which is kept. Gives the submission. Throws Problem state.illegal. */
export const submitBreakdown = async (store: Store, caller: Caller, document: string): Promise<string> => {
  const basis = await readBreakdown(store, caller, document)
  const pending = basis.leaves.filter((leaf) => leaf.disposition === 'pending').length
  if (pending > 0)
    throw new Problem('state.illegal', `还有${pending}条要求待核，请先立项、并入或不立项，再送审`, { pending })
  const table = tableOf(basis)
  if (table.length === 0) throw new Problem('state.illegal', '还没有立项，没有可送审的任务分解表')
  const earlier = await readSubmissions(store, caller, document)
  const last = earlier.at(-1)
  if (last?.state === '送审') throw new Problem('state.illegal', `已于 ${last.sentOn} 送审，等待审定，不必重复送审`)
  if (last?.state === '审定' && changesSince(snapshotOf(last).approved ?? [], table).length === 0)
    throw new Problem('state.illegal', `已于 ${last.approvedOn} 审定，之后没有改动，不必再送审`)
  // Numbered by turn, so that of two who send at once only one is kept.
  const id = `${document}-s${earlier.length + 1}`
  const values = {
    subjectKind: 'document',
    subject: document,
    state: '送审',
    sentBy: caller.name,
    sentOn: caller.today,
    snapshot: jsonOf({ sent: table, approved: null }),
  }
  await store.commit(caller, [{ do: 'add', table: 'submission', rows: [{ id, values }], note: '送审任务分解表' }])
  return id
}

export type Decision = {
  version: number
  decision: '审定' | '退回'
  approver: string
  approvedOn: string
  signedOffline: boolean
  note: string | null
}

const requireWords = (decision: Decision): void => {
  if (decision.decision === '审定' && decision.approver.trim() === '')
    throw new Problem('input.invalid', '请填写审定人（领导姓名或职务），系统不代填', { field: 'approver' })
  if (decision.decision === '退回' && (decision.note ?? '').trim() === '')
    throw new Problem('input.invalid', '请写明退回修改的意见', { field: 'note' })
}

/** 审定 or 退回 of what was sent. What is approved is the table as it stands, the leader's changes entered. */
export const decideSubmission = async (store: Store, caller: Caller, id: string, asked: Decision): Promise<void> => {
  const submission = await store.record(caller, 'submission', id)
  if (!submission) throw new Problem('not-found', '没有找到这次送审，或无权查看', { submission: id })
  if (submission.state !== '送审')
    throw new Problem('state.illegal', `这次送审已${submission.state}，不能再次办理`, { submission: id })
  requireWords(asked)
  const approvedOn = requireDay('审定日期', asked.approvedOn)
  if (approvedOn > caller.today)
    throw new Problem('day.invalid', `审定日期 ${approvedOn} 晚于业务日期 ${caller.today}，请改为不晚于当日`, {
      field: 'approvedOn',
    })
  const approver = asked.approver.trim()
  refuseEnded(await readLeaders(store, caller, approvedOn), '审定人', approver)
  await refuseBlocked(store, caller, { 审定人: approver, 意见: asked.note })
  const basis = await readBreakdown(store, caller, submission.subject)
  const isApproved = asked.decision === '审定'
  const pending = basis.leaves.filter((leaf) => leaf.disposition === 'pending').length
  if (isApproved && pending > 0)
    throw new Problem('state.illegal', `送审后又有${pending}条要求退回待核，请先办理，再审定`, { pending })
  const set = {
    state: asked.decision,
    approver: approver === '' ? null : approver,
    approvedOn,
    signedOffline: asked.signedOffline,
    note: asked.note?.trim() || null,
    ...(isApproved ? { snapshot: jsonOf({ sent: snapshotOf(submission).sent, approved: tableOf(basis) }) } : {}),
  }
  await store.commit(caller, [
    { do: 'change', table: 'submission', id, version: asked.version, set, note: asked.decision },
  ])
}
