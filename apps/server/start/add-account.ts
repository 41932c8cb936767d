import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { refuseBlocked } from '../acts/refuse-blocked.ts'
import type { SignIn } from './sign-in.ts'

type Placed = { role: string; unit: string | null; region: string | null }
export type NewAccount = Placed & { username: string; name: string; password: string }

const KIND_OF_ROLE: Readonly<Record<string, { kind: string; word: string }>> = {
  county: { kind: 'county', word: '县市区' },
  park: { kind: 'zone', word: '园区' },
}

/** Holds a role against its place: a county its county, a park its zone, a department its unit. */
export const requirePlace = async (store: Store, caller: Caller, account: Placed): Promise<void> => {
  const { role, unit, region } = account
  if (unit !== null && !(await store.record(caller, 'unit', unit)))
    throw new Problem('input.invalid', `没有单位 ${unit}，请从列表里选`, { field: 'unit' })
  const [place] = region === null ? [] : await store.records(caller, 'region', { where: { code: region } })
  if (region !== null && !place)
    throw new Problem('region.unknown', `行政区代码 ${region} 不存在，请从列表里选`, { field: 'region' })
  const wanted = KIND_OF_ROLE[role]
  if (wanted && place?.kind !== wanted.kind)
    throw new Problem('input.invalid', `“${wanted.word}”账号要选所属的${wanted.word}`, { field: 'region' })
  if (role === 'department' && unit === null)
    throw new Problem('input.invalid', '“市级部门”账号要选所属单位', { field: 'unit' })
}

/**
 * Makes an account: the record that carries its rights, and the user who can sign in. Either both come about or
 * neither; a user left over from a broken attempt has no account, cannot act, and gives way to the next attempt.
 */
export const addAccount = async (
  store: Store,
  signIn: SignIn,
  caller: Caller,
  { password, ...account }: NewAccount,
): Promise<string> => {
  await requirePlace(store, caller, account)
  await refuseBlocked(store, caller, { 用户名: account.username, 姓名: account.name })
  const username = account.username.toLowerCase()
  const held = await store.records(caller, 'account')
  if (held.some((one) => one.username.toLowerCase() === username))
    throw new Problem('duplicate', `用户名 ${account.username} 已有人使用，请换一个`, { field: 'username' })
  await signIn.removeUser(username)
  const id = await signIn.addUser(account.username, account.name, password)
  try {
    await store.commit(caller, [{ do: 'add', table: 'account', rows: [{ id, values: account }] }])
    return id
  } catch (error) {
    await signIn.removeUser(username)
    throw error
  }
}
