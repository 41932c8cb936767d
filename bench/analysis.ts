import { attribute, stl, X11_DEFAULTS, x11 } from '@yundiao/analysis'
import type { Claim } from './measure.ts'
import { isSmall } from './size.ts'

const share = isSmall ? 20 : 1

/** Deterministic noise in [0, 1). */
const noise = (i: number): number => ((i * 7919 + 104_729) % 1013) / 1013

const monthly = (n: number, seed: number): Float64Array =>
  Float64Array.from(
    { length: n },
    (_, i) => (100 + i / 3) * (1 + 0.2 * Math.sin((i * Math.PI) / 6)) * (0.97 + 0.06 * noise(i + seed * 31)),
  )

const best = (times: number, work: () => void): number => {
  const taken = Array.from({ length: times }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return Math.min(...taken)
}

const claim = (what: string, limit: number, got: number): Claim => ({
  what,
  bar: `≤ ${limit} ms`,
  got: `${got.toFixed(0)} ms`,
  ok: got <= limit,
})

const x11Claim = (): Claim => {
  const all = Array.from({ length: Math.ceil(300 / share) }, (_, k) => monthly(240, k))
  const got = best(3, () => {
    for (const one of all) x11(one, { frequency: 12, first: 0 }, X11_DEFAULTS)
  })
  return claim('X-11，300 个数列 × 240 个月', 1000, got)
}

/** R's `stl` on the machine the bar was set on; R itself is not needed here. */
const R_PERIODIC = 23
const R_WINDOW = 77

const stlClaims = (): Claim[] => {
  const long = monthly(Math.ceil(100_000 / share), 1)
  const note = `R 4.2.2 在立标机器上为 ${R_PERIODIC} 和 ${R_WINDOW} ms；本机未装 R 时绝对时间仅供参考`
  const periodic = best(5, () => stl(long, 12, { seasonalWindow: 'periodic' }))
  const seven = best(5, () => stl(long, 12, { seasonalWindow: 7 }))
  return [
    { ...claim('STL，10 万点，periodic', 2 * R_PERIODIC, periodic), note },
    claim('STL，10 万点，窗宽 7', 2 * R_WINDOW, seven),
  ]
}

const attributionClaim = (): Claim => {
  const cells = Array.from({ length: Math.ceil(5000 / share) }, (_, i) => ({
    keys: [`县${i % 13}`, `行业${(i * 7) % 41}`, `企业${i}`],
    now: 1e6 * (1 + noise(i)),
    before: 1e6 * (1 + noise(i + 1)),
  }))
  return claim(
    '归因，13 个地区 × 41 个行业 × 5000 家企业',
    1000,
    best(3, () => attribute(cells, 3)),
  )
}

/** What is claimed about the engines of analysis. */
export const analysisClaims = async (): Promise<Claim[]> => [x11Claim(), ...stlClaims(), attributionClaim()]
