import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import type { KeptWithdrawal } from '../../views/evaluation/kept.ts'
import { REMOVED } from '../../views/evaluation/kept.ts'
import { isCorrectionShown, isRunCited, mayWith } from '../../views/evaluation/may.ts'
import { refuseBlocked } from '../refuse-blocked.ts'
import { openRun } from './change-run.ts'
import { asJson, changeRow, layKept } from './keep-run.ts'

/**
 * Withdraws a 公示 for a reason. What was shown, from when to when and why it is withdrawn stay with the run, for all who saw
 * it; a later 公示 has days of its own. Objections filed are decided as before. Throws Problem state.illegal, input.invalid.
 */
export const withdrawRun = async (
  store: Store,
  caller: Caller,
  id: string,
  asked: { version: number; reason: string },
): Promise<void> => {
  const run = await openRun(store, caller, id)
  const { record, files } = run
  const { publishedOn: from, publicUntil: until } = record
  if (record.state !== '公示' || from === null)
    throw new Problem('state.illegal', `只有公示中的评价可以撤回公示，这次评价现为${record.state}`, { evaluation: id })
  const reason = asked.reason.trim()
  if (reason === '') throw new Problem('input.invalid', '请写明撤回公示的原因', { fields: ['reason'] })
  await refuseBlocked(store, caller, { 撤回原因: reason })
  const withdrawal: KeptWithdrawal = {
    from,
    until,
    publishedBy: record.publishedBy ?? '',
    withdrawnOn: caller.today,
    at: store.parts.now().toISOString(),
    withdrawnBy: caller.name,
    reason,
  }
  const owner = { subject: id, title: record.title, unit: caller.unit }
  const laid = await layKept(store, [...run.withdrawals, withdrawal], 'withdrawn', owner)
  const set = {
    state: '已撤回',
    files: asJson({ ...files, withdrawn: laid.ref }),
    publishedBy: null,
    publishedOn: null,
    publicityDays: null,
    publicUntil: null,
  }
  await store.commit(caller, [...laid.changes, changeRow({ id, version: asked.version }, set, `撤回公示：${reason}`)])
}

/** Takes away a run on trial nobody else rests on, by who made it; its row, files and events stay on record. */
export const removeRun = async (
  store: Store,
  caller: Caller,
  id: string,
  asked: { version: number },
): Promise<void> => {
  const run = await openRun(store, caller, id)
  const around = {
    openAppeals: 0,
    isCorrectionShown: await isCorrectionShown(store, caller, run),
    isCited: await isRunCited(store, caller, run),
  }
  const { can, why } = mayWith(caller, run, around).remove
  if (!can) throw new Problem('state.illegal', why ?? '这次评价不能删除', { evaluation: id })
  await store.commit(caller, [changeRow({ id, version: asked.version }, { state: REMOVED }, '删除试算')])
}
