import { Problem } from '@yundiao/kernel'
import { type Caller, type Change, mayDo, type Store } from '@yundiao/store'
import { readItemRecord } from '../views/item.ts'
import { CLOSING, type ProgressRecord } from '../views/item-facts.ts'
import { addProgress, type NewProgress } from './add-progress.ts'

const openRequests = (store: Store, caller: Caller, item: string): Promise<ProgressRecord[]> =>
  store.records(caller, 'progress', { where: { item, closing: CLOSING.asked } })

/** Answers every open request of an item: taken up with its closing, or returned with a reason. */
export const answerClosing = async (
  store: Store,
  caller: Caller,
  item: string,
  { answer, words }: { answer: '已核' | '退回'; words: string | null },
): Promise<Change[]> =>
  (await openRequests(store, caller, item)).map(({ id, version }) => ({
    do: 'change',
    table: 'progress',
    id,
    version,
    set: { closing: answer, closingWords: words },
    note: words === null ? '申请办结：已核' : `退回：${words}`,
  }))

/** 申请办结 by a unit of the item: a note of progress that says it is done; the item then waits for the check. */
export const askClosing = async (store: Store, caller: Caller, id: string, asked: NewProgress): Promise<string> => {
  const [open] = await openRequests(store, caller, id)
  if (open)
    throw new Problem('state.illegal', `已于截至 ${open.asOf ?? open.knownFrom} 申请办结，等待核查，无需重复申请`, {
      item: id,
    })
  return addProgress(store, caller, id, { ...asked, percent: 100, closing: true })
}

/** 退回修改: a request is turned down with a reason; the item goes on. Throws Problem state.illegal where none is open. */
export const returnClosing = async (store: Store, caller: Caller, id: string, reason: string): Promise<void> => {
  const item = await readItemRecord(store, caller, id, caller.today)
  if (!mayDo(caller)['item.create'])
    throw new Problem('right.missing', '退回办结申请由督查或运行办办理，当前账号没有这个权限', { item: id })
  const answers = await answerClosing(store, caller, id, { answer: CLOSING.returned, words: reason.trim() })
  if (answers.length === 0)
    throw new Problem('state.illegal', `${item.number} 没有待核的办结申请，可能已被他人办理，请刷新后查看`, {
      item: id,
    })
  await store.commit(caller, answers)
}
