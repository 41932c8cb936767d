import { Problem } from '@yundiao/kernel'
import type { Caller, Change, Store } from '@yundiao/store'
import { readBreakdown, sourceOf } from '../views/breakdown.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { optionalDay } from './require-day.ts'

export type Minutes = { version: number; minutesNumber: string | null; minutesOn: string | null }

/**
 * The 会议纪要 behind a readout: from then on it is what its items stand on; without a number they stand on the readout
 * again, for reference only. Document and items change in one commit.
 */
export const nameMinutes = async (store: Store, caller: Caller, id: string, asked: Minutes): Promise<void> => {
  const basis = await readBreakdown(store, caller, id)
  if (basis.document.kind !== 'readout')
    throw new Problem('state.illegal', '只有会议通稿要补登纪要文号；这份文件本身就是依据', { document: id })
  const minutesNumber = asked.minutesNumber?.trim() || null
  const minutesOn = optionalDay('纪要日期', asked.minutesOn)
  if (minutesNumber === null && minutesOn !== null)
    throw new Problem('input.invalid', '请填写纪要文号；只有日期不能作为依据', { field: 'minutesNumber' })
  await refuseBlocked(store, caller, { 纪要文号: minutesNumber })
  const named = { ...basis.document, minutesNumber, minutesOn }
  const note = minutesNumber === null ? '撤去纪要文号' : `依据改为会议纪要${minutesNumber}`
  const items = [...basis.items.values()].map(
    ({ id: item, version }): Change => ({ do: 'change', table: 'item', id: item, version, set: sourceOf(named), note }),
  )
  await store.commit(caller, [
    { do: 'change', table: 'document', id, version: asked.version, set: { minutesNumber, minutesOn }, note },
    ...items,
  ])
}
