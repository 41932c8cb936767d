import type { ClosureKind } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, Change, RecordValues, Store } from '@yundiao/store'
import { CLOSURE_LABELS } from '../views/directive-words.ts'
import { readItemRecord } from '../views/item.ts'
import { refuseClosed } from './change-item.ts'
import { type Evidence, findEvidence } from './closing-evidence.ts'
import { answerClosing } from './closing-request.ts'
import { refuseBlocked } from './refuse-blocked.ts'

export type Closing = { version: number; kind: ClosureKind; evidence: Evidence; feedback?: string | null | undefined }

const outcomeOf = (caller: Caller, { kind, evidence, feedback }: Closing, words: string): RecordValues =>
  kind === 'standing'
    ? { closureKind: kind, state: '长期坚持', feedback: feedback?.trim() ?? null }
    : {
        closureKind: kind,
        state: '已办结',
        closedOn: caller.today,
        closedBy: caller.name,
        evidence: words,
        approver: evidence.leader?.trim() ?? null,
        evidenceFile: evidence.file ?? null,
      }

const refuseStanding = (state: string, number: string, { kind, feedback }: Closing): void => {
  if (kind !== 'standing') return
  if (state === '长期坚持') throw new Problem('state.illegal', `${number} 已转为长期坚持，无需再办`)
  if (!feedback?.trim())
    throw new Problem('input.invalid', '转为长期坚持须填写反馈频次，例如“每月25日前”', { field: 'feedback' })
}

/**
 * Closes an item on evidence of its kind; the evidence stands on the item and in the record of the act. A standing item
 * is not closed: it moves to regular reporting, with how often. What a unit has asked for is taken up with it.
 * Throws Problem closure.no-evidence with what is lacking, state.illegal when it is closed already.
 */
export const closeItem = async (store: Store, caller: Caller, id: string, asked: Closing): Promise<void> => {
  const item = await readItemRecord(store, caller, id, caller.today)
  refuseClosed(item)
  refuseStanding(item.state, item.number, asked)
  const { number, leader, note } = asked.evidence
  await refuseBlocked(store, caller, { 文号: number, 审定人: leader, 说明: note, 反馈频次: asked.feedback })
  const evidence = await findEvidence(store, caller, item, asked)
  if (evidence.kind === 'held')
    throw new Problem('closure.no-evidence', `${CLOSURE_LABELS[asked.kind]}办结缺依据：${evidence.why}`, {
      kind: asked.kind,
    })
  const said = note?.trim() ? `；${note.trim()}` : ''
  const change: Change = {
    do: 'change',
    table: 'item',
    id,
    version: asked.version,
    set: outcomeOf(caller, asked, evidence.words),
    note: `办结依据（${CLOSURE_LABELS[asked.kind]}）：${evidence.words}${said}`,
  }
  await store.commit(caller, [change, ...(await answerClosing(store, caller, id, { answer: '已核', words: null }))])
}
