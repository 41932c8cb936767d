import { describe, expect, it } from 'vitest'
import { plantedSeries, randomOf } from '../testing/planted-series.ts'
import { type Release, surpriseOf } from './surprise.ts'

const AMOUNTS = { isAmount: true, isSeasonal: true } as const
const RATES = { isAmount: false, isSeasonal: false } as const

const rates = (...percents: readonly number[]): Release[] =>
  percents.map((percent, i) => ({ time: i * 3, place: `${i % 4}`, value: percent / 100 }))

describe('what is planted among three hundred series', () => {
  const search = (seed: number): { found: number; noise: number } => {
    const reported = plantedSeries(seed).filter(
      ({ releases, isAmount }) => surpriseOf(releases, isAmount ? AMOUNTS : RATES)?.isUnusual,
    )
    const found = reported.filter(({ planted }) => planted !== null).length
    return { found, noise: reported.length - found }
  }
  it('plants thirty, six of each kind', () => {
    const kinds = Map.groupBy(plantedSeries(1), ({ planted }) => planted)
    expect([...kinds].map(([kind, list]) => [kind, list.length])).toEqual([
      [null, 270],
      ['jump', 6],
      ['sign', 6],
      ['shift', 6],
      ['repeat', 6],
      ['transposed', 6],
    ])
  })
  const seeds = Array.from({ length: process.env.YUNDIAO_DEEP ? 100 : 8 }, (_, i) => i + 1)
  it(`over ${seeds.length} seeds, 27 of 30 are found in the mean and a fifth of what is reported is noise at most`, () => {
    const got = seeds.map(search)
    const found = got.reduce((sum, one) => sum + one.found, 0)
    const noise = got.reduce((sum, one) => sum + one.noise, 0)
    expect(found / seeds.length).toBeGreaterThanOrEqual(27)
    expect(noise / (noise + found)).toBeLessThanOrEqual(0.2)
  })
  it.each([1, 2, 3])('seed %d: 27 of 30 found, a fifth noise at most', (seed) => {
    const { found, noise } = search(seed)
    expect(found).toBeGreaterThanOrEqual(27)
    expect(noise / (noise + found)).toBeLessThanOrEqual(0.2)
  })
})

describe('restless places of the year', () => {
  const normalOf = (random: () => number) => () =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const share = (made: readonly Release[][], look: Parameters<typeof surpriseOf>[1]): number =>
    made.filter((releases) => surpriseOf(releases, look)?.isUnusual).length / made.length
  const seeds = Array.from({ length: 200 }, (_, i) => i + 9000)

  /** Amounts of January and February apart, between which a festival moves up to 15 %; ends in January to March. */
  const festival = (seed: number): Release[] => {
    const random = randomOf(seed)
    const normal = normalOf(random)
    const [noise, end] = [0.01 + 0.03 * random(), 7 * 12 + Math.floor(3 * random())]
    const moved = Array.from({ length: 8 }, () => 0.3 * (random() - 0.5))
    return Array.from({ length: end + 1 }, (_, time) => {
      const [year, month] = [Math.floor(time / 12), time % 12]
      const feast = month === 0 ? (moved[year] ?? 0) : month === 1 ? -(moved[year] ?? 0) : 0
      return {
        time,
        place: `${month}`,
        value: Math.round(1e4 * Math.exp(0.005 * time + feast + noise * normal())) / 100,
      }
    })
  }
  it('a festival that moves raises few questions: 7 of 100 at most', () =>
    expect(share(seeds.map(festival), AMOUNTS)).toBeLessThanOrEqual(0.07))

  /** Cumulative rates: the mean of the months so far, so that the first release of a year moves most. */
  const cumulative = (seed: number): Release[] => {
    const random = randomOf(seed)
    const normal = normalOf(random)
    const [size, end] = [0.01 + 0.03 * random(), 8 * 12 + 1 + Math.floor(11 * random())]
    let [level, sum] = [0.08, 0]
    return Array.from({ length: end + 1 }, (_, time): Release => {
      const month = time % 12
      level = 0.08 + 0.9 * (level - 0.08) + size * 0.3 * normal()
      sum = (month === 0 ? 0 : sum) + level + size * normal()
      return { time, place: `${month}`, value: Math.round((1000 * sum) / (month + 1)) / 1000 }
    }).filter(({ time }) => time % 12 !== 0)
  }
  it('nor does a year’s first cumulative rate: 3 of 100 at most', () =>
    expect(share(seeds.map(cumulative), RATES)).toBeLessThanOrEqual(0.03))
})

describe('a move beside its past', () => {
  it('says nothing of eight releases: seven moves do not tell what is usual', () =>
    expect(surpriseOf(rates(6, 6.2, 6.1, 6.3, 6, 6.2, 6.1, 2), RATES)).toBeNull())
  it('is rare when no move was as large: 1 of 12 before, none now', () => {
    const calm = rates(6, 6.2, 6.1, 6.3, 6.2, 6.4, 6.1, 6.2, 6.3, 6.1, 6.2, 6, 6.1, 2)
    expect(surpriseOf(calm, RATES)).toMatchObject({ rarity: 0, isUnusual: true, repeats: null })
    expect(surpriseOf(rates(6, 6.2, 6.1, 6.3, 6.2, 6.4, 6.1, 6.2, 6.3, 6.1, 6.2, 6, 6.1, 6.3), RATES)).toMatchObject({
      isUnusual: false,
    })
  })
  it('is usual in a series that always jumps', () =>
    expect(surpriseOf(rates(6, 2, 8, 3, 9, 1, 7, 2, 8, 4, 9, 1, 8, 2), RATES)?.isUnusual).toBe(false))
  it('one outlier of the past does not hide the next', () => {
    const once = rates(
      6,
      6.2,
      6.1,
      6.3,
      6.2,
      1,
      6.1,
      6.2,
      6.3,
      6.1,
      6.2,
      6,
      6.1,
      6.3,
      6.2,
      6,
      6.1,
      6.2,
      6.3,
      6.1,
      6.2,
      2,
    )
    expect(surpriseOf(once, RATES)?.isUnusual).toBe(true)
  })

  const seasonal = (years: number, last: number): Release[] =>
    Array.from({ length: years * 12 }, (_, time) => ({
      time,
      place: `${time % 12}`,
      value: Math.round(1000 * 1.01 ** time * (1 + 0.4 * Math.sin((time * Math.PI) / 6)) + ((time * 37) % 11)) / 10,
    })).map((release, i, all) => (i === all.length - 1 ? { ...release, value: release.value * last } : release))
  it('a season is no surprise, the season missing is', () => {
    expect(surpriseOf(seasonal(6, 1), AMOUNTS)?.isUnusual).toBe(false)
    expect(surpriseOf(seasonal(6, 1.3), AMOUNTS)?.isUnusual).toBe(true)
  })
  it('expects what the past makes likely', () => {
    const { value } = seasonal(6, 1).at(-1) ?? { value: 0 }
    expect(surpriseOf(seasonal(6, 10), AMOUNTS)?.expected).toBeGreaterThan(value * 0.95)
    expect(surpriseOf(seasonal(6, 10), AMOUNTS)?.expected).toBeLessThan(value * 1.05)
  })
  it('an amount that is no longer positive is unlike all before', () =>
    expect(surpriseOf(seasonal(3, -1), AMOUNTS)).toMatchObject({ rarity: 0, isUnusual: true }))
  it('last month’s number again is asked about, a flat rate is not', () => {
    const series = seasonal(6, 1)
    const again = series.with(-1, { ...(series.at(-1) ?? { time: 0, place: '' }), value: series.at(-2)?.value ?? 0 })
    expect(surpriseOf(again, AMOUNTS)).toMatchObject({ isUnusual: true, repeats: 'before' })
    const lastYear = series.with(-1, {
      ...(series.at(-1) ?? { time: 0, place: '' }),
      value: series.at(-13)?.value ?? 0,
    })
    expect(surpriseOf(lastYear, AMOUNTS)).toMatchObject({ repeats: 'last-year' })
    expect(surpriseOf(rates(5, 5.1, 5, 5.2, 5.1, 5, 5, 5.1, 5.1, 5.1), RATES)).toMatchObject({ repeats: null })
  })
})
