import type { LocalDate } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'

export type NoticeRecord = RecordOf<'notice'>

/** 交办单 and what follows it (催办单 …) by the item they name, in the caller's sight, the oldest first. */
export const readNotices = async (
  store: Store,
  caller: Caller,
  on: LocalDate,
): Promise<ReadonlyMap<string, readonly NoticeRecord[]>> => {
  const notices = await store.records(caller, 'notice', { order: 'issuedOn', on })
  const pairs = notices.flatMap((notice) => (notice.items ?? []).map((item) => ({ item, notice })))
  return new Map(
    [...Map.groupBy(pairs, (pair) => pair.item)].map(([item, list]) => [item, list.map((pair) => pair.notice)]),
  )
}
