import { Problem } from '@yundiao/kernel'
import type { Caller } from '@yundiao/store'
import { z } from 'zod'
import { addAccount } from './add-account.ts'
import type { Config } from './config.ts'
import { firstPassword, personNameShape, usernameShape } from './credentials.ts'
import type { OpenStore } from './open-store.ts'
import { openSignIn } from './sign-in.ts'

const shape = z.object({ username: usernameShape, name: personNameShape })

/**
 * Makes an administrator for a city nobody can sign in to yet, and answers the password to begin with, which is kept
 * nowhere. Throws Problem input.invalid, region.unknown, duplicate.
 */
export const addAdministrator = async (
  { store, connections }: OpenStore,
  config: Config,
  caller: Caller,
  asked: { username: string; name: string },
): Promise<{ username: string; password: string }> => {
  const read = shape.safeParse(asked)
  if (!read.success) {
    const words = read.error.issues.map((issue) => issue.message).join('；')
    throw new Problem('input.invalid', words, { fields: read.error.issues.map((issue) => issue.path.join('.')) })
  }
  const [city] = await store.records(caller, 'region', { where: { code: config.city } })
  if (!city)
    throw new Problem('region.unknown', `没有城市 ${config.city} 的数据，请核对 --city 或先装入该市的数据`, {
      city: config.city,
    })
  const signIn = await openSignIn(connections.auth, config.home, `http://${config.host}:${config.port}`)
  const password = firstPassword()
  const place = { role: 'administrator', unit: null, region: null }
  await addAccount(store, signIn, caller, { ...read.data, ...place, password })
  return { username: read.data.username, password }
}
