import type { Store } from '@yundiao/store'
import type { Logger } from 'pino'

const HOUR = 3_600_000

/** Signs a checkpoint at the start and every hour in which something was written, so that a cut tail is soon provable. */
export const hourlyCheckpoints = (store: Store, city: string, log: Logger): { stop: () => void } => {
  const tick = (): void => {
    store.checkpoint(city).catch((error: unknown) => log.error({ err: error }, 'checkpoint'))
  }
  tick()
  const timer = setInterval(tick, HOUR)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
