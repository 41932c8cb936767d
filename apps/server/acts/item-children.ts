import type { Caller, Change, Store } from '@yundiao/store'

const TABLES = ['itemLink', 'progress', 'file'] as const

/**
 * What hangs on an item takes the item's readers. After a change of its units or county this goes into the same commit,
 * behind the change of the item, so that the new lead sees links and notes, and who no longer has the item sees none.
 */
export const shareAnew = async (store: Store, caller: Caller, item: string): Promise<Change[]> => {
  const lists = await Promise.all(
    TABLES.map(async (table) =>
      (await store.records(caller, table, { where: { item } })).map((row) => ({ table, row })),
    ),
  )
  return lists
    .flat()
    .map(({ table, row }) => ({ do: 'change', table, id: row.id, version: row.version, set: {}, note: '随事项调整' }))
}
