import type { Release } from '../findings/surprise.ts'

/** Kinds of slips and shocks that are planted, six of each. */
export const PLANTED = ['jump', 'sign', 'shift', 'repeat', 'transposed'] as const
export type Planted = (typeof PLANTED)[number]

export type PlantedSeries = { isAmount: boolean; releases: readonly Release[]; planted: Planted | null }

/** mulberry32: a small seeded generator of numbers in [0, 1). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Draw = { uniform: (from: number, to: number) => number; normal: () => number; chance: (share: number) => boolean }

const drawOf = (seed: number): Draw => {
  const random = randomOf(seed)
  return {
    uniform: (from, to) => from + (to - from) * random(),
    normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    chance: (share) => random() < share,
  }
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/** Six to ten years of months, January in some series published with February. */
const calendarOf = (draw: Draw): { times: readonly { time: number; month: number; span: number }[] } => {
  const years = Math.round(draw.uniform(6, 10))
  const isJoint = draw.chance(0.5)
  const last = Math.round(draw.uniform(2, 11))
  const times = Array.from({ length: years * 12 + last + 1 }, (_, time) => ({
    time,
    month: (time % 12) + 1,
    span: isJoint && time % 12 === 1 ? 2 : 1,
  }))
  return { times: isJoint ? times.filter(({ month }) => month !== 1) : times }
}

type Made = { releases: Release[]; noise: number; isAmount: boolean; digits: number }

/** An amount: trend, season, noise of 0.6 to 5 %, some outliers in the past, some months missing. Two decimals. */
const amounts = (draw: Draw): Made => {
  const { times } = calendarOf(draw)
  const noise = draw.uniform(0.006, 0.05)
  const [start, trend, swing] = [draw.uniform(20, 900), draw.uniform(-0.002, 0.01), draw.uniform(0.02, 0.3)]
  const season = Array.from({ length: 12 }, () => swing * draw.normal() * 0.5)
  let drift = 0
  const releases = times.flatMap(({ time, month, span }, i): Release[] => {
    drift += noise * 0.25 * draw.normal()
    const isLast = i === times.length - 1
    if (!isLast && draw.chance(0.03)) return []
    const outlier = !isLast && draw.chance(0.02) ? (draw.chance(0.5) ? 1 : -1) * draw.uniform(6, 12) * noise : 0
    const y = Math.log(start * span) + trend * time + drift + (season[month - 1] ?? 0) + noise * draw.normal() + outlier
    return [{ time, place: `${month}/${span}`, value: round(Math.exp(y), 2) }]
  })
  return { releases, noise, isAmount: true, digits: 2 }
}

/** A growth rate that wanders: steps and noise of 0.1 to 1.2 points, outliers, gaps. One decimal of a per cent. */
const rates = (draw: Draw): Made => {
  const { times } = calendarOf(draw)
  const noise = draw.uniform(0.001, 0.012)
  const persistence = draw.uniform(0.8, 1)
  const middle = draw.uniform(0.03, 0.12)
  let level = middle
  const releases = times.flatMap(({ time, month, span }, i): Release[] => {
    level = middle + persistence * (level - middle) + noise * draw.uniform(0.2, 1) * draw.normal()
    const isLast = i === times.length - 1
    if (!isLast && draw.chance(0.03)) return []
    const outlier = !isLast && draw.chance(0.02) ? (draw.chance(0.5) ? 1 : -1) * draw.uniform(6, 12) * noise : 0
    return [{ time, place: `${month}/${span}`, value: round(level + noise * 0.7 * draw.normal() + outlier, 3) }]
  })
  return { releases, noise, isAmount: false, digits: 3 }
}

/** The number with two neighbouring digits, unlike each other, changed over; the first such pair of its first three. */
const transpose = (value: number, digits: number, pair: number): number => {
  const text = value.toFixed(digits).replace('.', '')
  const swapped = [...text]
  ;[swapped[pair], swapped[pair + 1]] = [swapped[pair + 1] ?? '', swapped[pair] ?? '']
  return Number(swapped.join('')) / 10 ** digits
}

/** What a slip or shock makes of the last number. */
const plant = (kind: Planted, made: Made, draw: Draw): number => {
  const [before, last] = made.releases.slice(-2)
  const value = last?.value ?? 0
  const by = (draw.chance(0.5) ? 1 : -1) * draw.uniform(6, 12) * made.noise
  switch (kind) {
    case 'jump':
      return round(made.isAmount ? value * Math.exp(by) : value + by, made.digits)
    case 'sign':
      return -value
    case 'shift':
      return round(draw.chance(0.5) ? value * 10 : value / 10, made.digits)
    case 'repeat':
      return before?.value ?? value
    case 'transposed':
      return transpose(value, made.digits, draw.chance(0.5) ? 0 : 1)
  }
}

/** Whether a changed number stands out of the noise at all: one nobody could see is no slip to be found. */
const standsOut = (made: Made, changed: number): boolean => {
  const value = made.releases.at(-1)?.value ?? 0
  const by = made.isAmount ? Math.abs(Math.log(changed / value)) : Math.abs(changed - value)
  return by >= 5 * made.noise
}

const FITS: Readonly<Record<Planted, (made: Made) => boolean>> = {
  jump: () => true,
  sign: ({ isAmount }) => !isAmount,
  shift: () => true,
  repeat: ({ isAmount }) => isAmount,
  transposed: ({ isAmount }) => isAmount,
}

const made = (draw: Draw): Made => (draw.chance(0.5) ? amounts(draw) : rates(draw))

/** A series with its last release changed, drawn until the change fits it and can be seen. */
const withPlanted = (draw: Draw, kind: Planted): PlantedSeries => {
  for (;;) {
    const one = made(draw)
    const last = one.releases.at(-1)
    if (!last || !FITS[kind](one)) continue
    const value = plant(kind, one, draw)
    if (kind === 'repeat' || standsOut(one, value))
      return { isAmount: one.isAmount, releases: [...one.releases.slice(0, -1), { ...last, value }], planted: kind }
  }
}

/**
 * Three hundred series, half amounts and half rates, thirty of them with something planted in the last release: a jump of
 * six to twelve times the noise, a lost or added sign, a shifted point, last month's number again, two digits changed
 * over. What is planted differs by at least five times the noise (but for repeats), so that a person with the chart before
 * him would see it; nothing is larger than the slip makes it.
 */
export const plantedSeries = (seed: number): readonly PlantedSeries[] => {
  const draw = drawOf(seed)
  return Array.from({ length: 300 }, (_, i): PlantedSeries => {
    if (i % 10 === 3) return withPlanted(draw, PLANTED[Math.floor(i / 10) % PLANTED.length] ?? 'jump')
    const { isAmount, releases } = made(draw)
    return { isAmount, releases, planted: null }
  })
}
