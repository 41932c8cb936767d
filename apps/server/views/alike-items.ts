import { compareStates, isClosed, type LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { factOfItem, type ItemRecord, judgedBy, readItemRecords, readProgress } from './item-facts.ts'

export type AlikeItem = { id: string; number: string; title: string; authority: string; state: string }

const MOST = 5

/**
 * 并案提示: open items of the other authority (党委, 政府) on the same theme, in the caller's sight. A hint for a person to look
 * at, never a merge; a theme nobody could tell gives none.
 */
export const readAlike = async (
  store: Store,
  caller: Caller,
  item: ItemRecord,
  on: LocalDate,
): Promise<AlikeItem[]> => {
  if (item.theme === null || item.theme === 'other' || item.authority === null) return []
  const others = (await readItemRecords(store, caller, on, { theme: item.theme })).filter(
    (other) => other.id !== item.id && other.authority !== null && other.authority !== item.authority,
  )
  const ids = others.map((other) => other.id)
  const judge = judgedBy(await readProgress(store, caller, ids, on), on)
  return others
    .map((other) => ({ other, state: judge(factOfItem(other)).state }))
    .filter(({ state }) => !isClosed(state))
    .sort((a, b) => compareStates(a.state, b.state) || (a.other.number < b.other.number ? -1 : 1))
    .slice(0, MOST)
    .map(({ other, state }) => ({
      id: other.id,
      number: other.number,
      title: other.title,
      authority: other.authority ?? '',
      state,
    }))
}
