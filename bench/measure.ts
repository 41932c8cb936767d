const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export type Timing = { n: number; median: number; p95: number; perSecond: number }

/** Runs `work` from `clients` in a closed loop until each has done `rounds`; milliseconds a call. */
export const closedLoop = async (
  clients: number,
  rounds: number,
  work: (client: number, round: number) => Promise<unknown>,
): Promise<Timing> => {
  const times: number[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let round = 0; round < rounds; round += 1) {
        const from = performance.now()
        await work(client, round)
        times.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  return { n: times.length, median: at(times, 0.5), p95: at(times, 0.95), perSecond: times.length / seconds }
}

/** `users` people who each wait about a second between calls, for `seconds`. The waits are spread, not drawn. */
export const thinking = async (
  users: number,
  seconds: number,
  work: (user: number, round: number) => Promise<unknown>,
): Promise<Timing> => {
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: users }, async (_, user) => {
      await new Promise((resolve) => setTimeout(resolve, (user / users) * 1000))
      for (let round = 0; performance.now() < until; round += 1) {
        const from = performance.now()
        await work(user, round)
        times.push(performance.now() - from)
        await new Promise((resolve) => setTimeout(resolve, 800 + ((user * 37 + round * 61) % 400)))
      }
    }),
  )
  times.sort((a, b) => a - b)
  return { n: times.length, median: at(times, 0.5), p95: at(times, 0.95), perSecond: times.length / seconds }
}

/** `ok` null: said, with no bar or not run. `note` is printed below the table. */
export type Claim = { what: string; bar: string; got: string; ok: boolean | null; note?: string }

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`

export const p95Claim = (what: string, timing: Timing, limit: number): Claim => ({
  what,
  bar: `p95 ≤ ${limit} ms`,
  got: `p95 ${ms(timing.p95)}, 中位 ${ms(timing.median)}, ${Math.round(timing.perSecond)}/s`,
  ok: timing.p95 <= limit,
})

export const rateClaim = (what: string, timing: Timing, least: number): Claim => ({
  what,
  bar: `≥ ${least}/s`,
  got: `${Math.round(timing.perSecond)}/s, p95 ${ms(timing.p95)}`,
  ok: timing.perSecond >= least,
})

export const ratioClaim = (what: string, ratio: number, most: number): Claim => ({
  what,
  bar: `≤ ${most} ×`,
  got: `${ratio.toFixed(2)} ×`,
  ok: ratio <= most,
})
