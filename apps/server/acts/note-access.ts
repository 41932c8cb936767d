import type { Caller } from '@yundiao/store'
import type { Services } from '../http/environment.ts'

const LONGEST_NAME = 40

type Access =
  | { kind: 'signed-in' | 'signed-out'; caller: Caller }
  | { kind: 'sign-in.refused'; username: string; why: 'password' | 'account' }

const nameOf = (username: string): string => [...username].slice(0, LONGEST_NAME).join('')

const systemOf = async ({ store, config }: Services): Promise<Caller> =>
  store.wholeCity(config.city, (await store.businessDay(config.city)).day)

/** Puts a sign-in, a refused one or a sign-out on record: who and what, never a password or a cookie. */
export const noteAccess = async (services: Services, access: Access): Promise<void> => {
  const isRefused = access.kind === 'sign-in.refused'
  const caller = isRefused ? await systemOf(services) : access.caller
  const subject = nameOf(isRefused ? access.username : access.caller.username)
  const body = isRefused ? { why: access.why } : {}
  await services.store.commit(caller, [{ do: 'note', stream: 'access', kind: access.kind, subject, body }])
}

/** A refused sign-in for the log, where those beyond the limit stand too: only there, so that no flood fills the record. */
export const warnRefused = ({ log }: Services, requestId: string, username: string, why: string): void => {
  log.warn({ requestId, username: nameOf(username), why }, 'sign-in.refused')
}
