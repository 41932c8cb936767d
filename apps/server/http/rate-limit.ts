import { Problem } from '@yundiao/kernel'

export type Limiter = { take: (key: string) => void; reset: (key: string) => void }

/**
 * A fixed window: so many calls a key, then refused until the window ends. Kept in process: with several servers each
 * counts its own. Keys that have ended are dropped as new ones come.
 */
export const rateLimit = (limit: number, windowMs: number, now: () => number, what: string): Limiter => {
  const windows = new Map<string, { ends: number; taken: number }>()
  const sweep = (at: number): void => {
    if (windows.size < 10_000) return
    for (const [key, window] of windows) if (window.ends <= at) windows.delete(key)
  }
  return {
    take: (key) => {
      const at = now()
      sweep(at)
      const window = windows.get(key)
      if (!window || window.ends <= at) {
        windows.set(key, { ends: at + windowMs, taken: 1 })
        return
      }
      window.taken += 1
      if (window.taken > limit) {
        const seconds = Math.ceil((window.ends - at) / 1000)
        throw new Problem('request.too-many', `${what}过于频繁，请 ${seconds} 秒后再试`, { seconds })
      }
    },
    reset: (key) => {
      windows.delete(key)
    },
  }
}
