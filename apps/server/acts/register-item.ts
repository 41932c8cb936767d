import { isProblem, Problem } from '@yundiao/kernel'
import type { Caller, Change, RecordValues, Store } from '@yundiao/store'

/** Each round one of those who ask at once gets through: more than will ever press the button together. */
const TRIES = 25

/** 绵督〔2022〕: the city's first character, the year of the business day. */
const numberPrefix = async (store: Store, caller: Caller): Promise<string> => {
  const [city] = await store.records(caller, 'region', { where: { code: caller.city } })
  return `${city?.shortName.slice(0, 1) ?? ''}督〔${caller.today.slice(0, 4)}〕`
}

const isNumberTaken = (error: unknown): boolean =>
  isProblem(error) && error.code === 'duplicate' && String(error.details.constraint).startsWith('item_city_number')

/**
 * 立项 of several at once: adds an item a row under the next numbers of the year, in their order, with whatever else
 * belongs to the same act, in one commit. Two who register at once get different numbers: the unique index refuses the
 * later one, which asks again. Gives the items' ids.
 */
export const registerItems = async (
  store: Store,
  caller: Caller,
  rows: readonly RecordValues[],
  also: (items: readonly string[]) => readonly Change[] = () => [],
): Promise<readonly string[]> => {
  const prefix = await numberPrefix(store, caller)
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const first = (await store.lastItemNumber(caller, prefix)) + 1
    const drafts = rows.map((values, i) => ({
      id: store.newId(),
      values: { ...values, number: `${prefix}${first + i}`, state: '未评', openedOn: caller.today },
    }))
    const ids = drafts.map(({ id }) => id)
    // An item is an event of its own: each has a life to show.
    const added = drafts.map((row): Change => ({ do: 'add', table: 'item', rows: [row] }))
    try {
      await store.commit(caller, [...added, ...also(ids)])
      return ids
    } catch (error) {
      if (!isNumberTaken(error)) throw error
    }
  }
  throw new Problem('duplicate', '同时立项的人较多，编号未能取得，内容未提交。请稍后再点一次')
}

/** 立项 of one. Gives its id. */
export const registerItem = async (
  store: Store,
  caller: Caller,
  values: RecordValues,
  also: (item: string) => readonly Change[] = () => [],
): Promise<string> => {
  const [id = ''] = await registerItems(store, caller, [values], ([item = '']) => also(item))
  return id
}
