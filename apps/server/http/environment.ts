import type { Caller, Store } from '@yundiao/store'
import type { Logger } from 'pino'
import type { Config } from '../start/config.ts'
import type { SignIn } from '../start/sign-in.ts'
import type { Assessor } from '../workers/assessor.ts'
import type { Estimator } from '../workers/estimator.ts'

/** What every route reaches: made once at start. */
export type Services = {
  store: Store
  signIn: SignIn
  config: Config
  log: Logger
  estimator: Estimator
  assessor: Assessor
}

/** Hono's typing of what middleware leaves on the context. */
export type Env = { Variables: { requestId: string; services: Services; caller: Caller; pinned: boolean } }
