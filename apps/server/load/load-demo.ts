import type { LocalDate } from '@yundiao/kernel'
import { mianyang } from '@yundiao/mianyang'
import type { Store } from '@yundiao/store'
import type { SignIn } from '../start/sign-in.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts'

/** Demonstration only: accounts that lack, and the business day pinned to the first meeting's. */
export const loadDemo = async (store: Store, signIn: SignIn, today: LocalDate): Promise<void> => {
  const caller = await store.wholeCity(mianyang.code, today)
  const held = new Set((await store.records(caller, 'account')).map((account) => account.username))
  for (const account of DEMO_ACCOUNTS.filter((one) => !held.has(one.username))) {
    // One whose account was removed with the demonstration is still known to the sign-in.
    await signIn.removeUser(account.username)
    const id = await signIn.addUser(account.username, account.name, DEMO_PASSWORD)
    await store.commit(caller, [{ do: 'add', table: 'account', rows: [{ id, values: { ...account }, demo: true }] }])
  }
  if (!(await store.record(caller, 'setting', 'business-day')))
    await store.commit(caller, [
      {
        do: 'add',
        table: 'setting',
        rows: [{ id: 'business-day', values: { value: mianyang.demonstrationDay }, demo: true }],
      },
    ])
}
