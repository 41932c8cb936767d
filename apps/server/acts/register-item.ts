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

/** A row to set up. `own` is a number it has from elsewhere; `note` goes on record with it. */
type Registration = { values: RecordValues; own?: string | null; note?: string }

/** What else an act of 立项 does: changes of the same commit, and what must still hold once its number is taken. */
export type Beside = {
  also?: (items: readonly string[]) => readonly Change[]
  check?: () => Promise<void>
}

const numberAfter = (prefix: string, numbers: readonly (string | null | undefined)[]): number =>
  numbers.reduce<number>((highest, number) => {
    const digits = number?.startsWith(prefix) ? /^\d{1,9}/u.exec(number.slice(prefix.length))?.[0] : undefined
    return Math.max(highest, Number(digits ?? 0))
  }, 0)

/**
 * 立项 of several at once, in one commit with whatever else belongs to the act: rows without a number of their own take the
 * next of the year, in their order. Two who register at once get different numbers: the unique index refuses the later
 * one, which asks again. `check` runs between the asking for a number and the commit, each time: what another has set up
 * since is seen by it, or takes the number. Gives the items' ids.
 */
export const registerRows = async (
  store: Store,
  caller: Caller,
  rows: readonly Registration[],
  { also = () => [], check = async () => undefined }: Beside = {},
): Promise<readonly string[]> => {
  const prefix = await numberPrefix(store, caller)
  const owned = numberAfter(
    prefix,
    rows.map(({ own }) => own),
  )
  for (let tries = 1; tries <= TRIES; tries += 1) {
    let next = Math.max(await store.lastItemNumber(caller, prefix), owned)
    await check()
    const numbers = rows.map(({ own }) => {
      if (own) return own
      next += 1
      return `${prefix}${next}`
    })
    const ids = rows.map(() => store.newId())
    // An item is an event of its own: each has a life to show.
    const added = rows.map(({ values, note }, i): Change => {
      const row = { id: ids[i] ?? store.newId(), values: { ...values, number: numbers[i] } }
      return { do: 'add', table: 'item', rows: [row], ...(note === undefined ? {} : { note }) }
    })
    try {
      await store.commit(caller, [...added, ...also(ids)])
      return ids
    } catch (error) {
      if (!isNumberTaken(error)) throw error
    }
  }
  throw new Problem('duplicate', '同时立项的人较多，编号未能取得，内容未提交。请稍后再点一次')
}

/** 立项 of several today, by their values. Gives the items' ids. */
export const registerItems = (
  store: Store,
  caller: Caller,
  rows: readonly RecordValues[],
  beside: Beside = {},
): Promise<readonly string[]> =>
  registerRows(
    store,
    caller,
    rows.map((values) => ({ values: { ...values, state: '未评', openedOn: caller.today } })),
    beside,
  )

/** 立项 of one. Gives its id. */
export const registerItem = async (
  store: Store,
  caller: Caller,
  values: RecordValues,
  beside: Beside = {},
): Promise<string> => {
  const [id = ''] = await registerItems(store, caller, [values], beside)
  return id
}
