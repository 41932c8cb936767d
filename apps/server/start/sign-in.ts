import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { twoFactor, username } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { SHORTEST_PASSWORD } from './credentials.ts'

const SESSION_SECONDS = 8 * 3600

/** The secret that signs session cookies: made once, kept in the home's key folder, readable by its owner alone. */
const sessionSecret = (home: string): string => {
  const folder = join(home, 'keys')
  const path = join(folder, 'session-secret')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(path, 'utf8')
}

const optionsOf = (pool: Pool, home: string, baseURL: string) =>
  ({
    appName: '运调',
    baseURL,
    secret: sessionSecret(home),
    database: {
      db: new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) }),
      type: 'postgres' as const,
    },
    emailAndPassword: { enabled: true, minPasswordLength: SHORTEST_PASSWORD, disableSignUp: true },
    session: { expiresIn: SESSION_SECONDS, updateAge: 3600 },
    // Called from our own routes alone, which hold Origin against Host and ask for our header: the port may be any free
    // one, and a proxy may speak HTTPS before us.
    advanced: { disableOriginCheck: true, disableCSRFCheck: true },
    // What it would say of refused sign-ins our own log says, with the request.
    logger: { level: 'error' as const },
    telemetry: { enabled: false },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: () => true }), twoFactor()],
  }) satisfies Parameters<typeof betterAuth>[0]

/** Sign-in by user name on schema `auth`, migrated. Nobody signs up: accounts are made by the administrator. */
export const openSignIn = async (pool: Pool, home: string, origin: string) => {
  const options = optionsOf(pool, home, origin)
  const { runMigrations } = await getMigrations(options)
  await runMigrations()
  const auth = betterAuth(options)
  return {
    /** Signs in; the answer carries the session cookie, or an error status. */
    signIn: (user: string, password: string, headers: Headers): Promise<Response> =>
      auth.api.signInUsername({ body: { username: user, password }, headers, asResponse: true }),
    signOut: (headers: Headers): Promise<Response> => auth.api.signOut({ headers, asResponse: true }),
    /** Id of the signed-in user, or null. */
    userOf: async (headers: Headers): Promise<string | null> =>
      (await auth.api.getSession({ headers }))?.user.id ?? null,
    /** Makes a user who can sign in, and gives the id. The address is never written to: mail is not used. */
    addUser: async (user: string, name: string, password: string): Promise<string> => {
      const context = await auth.$context
      const email = `${encodeURIComponent(user).replaceAll('%', '')}@users.invalid`.toLowerCase()
      const made = await context.internalAdapter.createUser(
        { name, email, emailVerified: true, username: user.toLowerCase(), displayUsername: user },
        { method: 'email-password' },
      )
      await context.internalAdapter.linkAccount({
        userId: made.id,
        providerId: 'credential',
        accountId: made.id,
        password: await context.password.hash(password),
      })
      return made.id
    },
    /** Takes a user away again who got no account: one whose making was broken off. No such name: nothing happens. */
    removeUser: async (user: string): Promise<void> => {
      const context = await auth.$context
      const found = await context.adapter.findOne<{ id: string }>({
        model: 'user',
        where: [{ field: 'username', value: user.toLowerCase() }],
      })
      if (found) await context.internalAdapter.deleteUser(found.id)
    },
    /** Whether this is the password a user signs in with now. */
    isPassword: async (userId: string, password: string): Promise<boolean> => {
      const context = await auth.$context
      const held = (await context.internalAdapter.findAccounts(userId)).find((one) => one.providerId === 'credential')
      return held?.password ? context.password.verify({ hash: held.password, password }) : false
    },
    /** Sets a password and ends the user's sessions, except the one these headers carry where they are the user's own. */
    setPassword: async (userId: string, password: string, keep?: Headers): Promise<void> => {
      const context = await auth.$context
      await context.internalAdapter.updatePassword(userId, await context.password.hash(password))
      const kept = keep ? (await auth.api.getSession({ headers: keep }))?.session.token : undefined
      if (kept === undefined) return context.internalAdapter.deleteUserSessions(userId)
      for (;;) {
        // A listing gives a hundred at most.
        const held = await context.internalAdapter.listSessions(userId)
        const ended = held.map((session) => session.token).filter((token) => token !== kept)
        if (ended.length === 0) return
        await context.internalAdapter.deleteSessions(ended)
      }
    },
  }
}

export type SignIn = Awaited<ReturnType<typeof openSignIn>>
