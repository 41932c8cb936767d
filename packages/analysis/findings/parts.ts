import type { FoundFigure } from '@yundiao/figures'
import { contributions } from '../releases/contribution.ts'
import { provinceSaid } from './beside.ts'
import { type Claim, claim } from './claim.ts'
import type { Said } from './finding.ts'
import type { Reading } from './reading.ts'
import { computedSaid, gapSaid, growthSaid, isSeen, subjectSaid } from './words.ts'

/** A part of a sum with what it takes to weigh it; `base` is last year's amount as its growth implies it. */
export type Part = { reading: Reading; growth: FoundFigure; level: FoundFigure; base: number }

/** The parts of a total with amount and growth of one period; null unless all are held. */
export const partsOf = (total: Reading): readonly Part[] | null => {
  const sum = total.input.sums.find((one) => one.total === total.row.indicator.code)
  if (!sum || total.row.indicator.growth === 'published-only') return null
  const parts = sum.parts.flatMap((code): readonly Part[] => {
    const reading = total.beside({ indicator: code })
    if (!reading?.growth || reading.row.level.kind !== 'figure' || reading.row.period !== total.row.period) return []
    const { figure, value } = reading.row.level
    return [{ reading, growth: reading.growth, level: figure, base: value / (1 + (reading.growth.value ?? 0)) }]
  })
  return parts.length === sum.parts.length ? parts : null
}

const pullsOf = (total: Reading, parts: readonly Part[]): readonly Said[] | null => {
  const answer = contributions(
    parts.map(({ reading, growth, level }) => ({
      name: reading.row.indicator.code,
      level: level.value ?? 0,
      growth: growth.value ?? 0,
    })),
    total.growth?.value ?? undefined,
  )
  if (answer.kind === 'refused' || !total.growth) return null
  const from = [total.growth, ...parts.flatMap(({ growth, level }) => [growth, level])]
  return answer.parts.map(({ pull }) =>
    computedSaid('growth.pull', from, `${pull < 0 ? '下拉' : '拉动'}${Math.abs(pull * 100).toFixed(2)}个百分点`),
  )
}

const besideSaid = (parts: readonly Part[], pulls: readonly Said[], slowest: Part): readonly Said[] =>
  parts
    .map(({ reading }, i): readonly Said[] => [{ free: reading.row.indicator.name }, pulls[i] ?? { text: '' }])
    .filter((_, i) => parts[i] !== slowest)
    .flatMap((said, i) => (i > 0 ? [{ text: '、' }, ...said] : said))

const isMixed = (own: FoundFigure, parts: readonly Part[]): boolean =>
  parts.some(
    ({ growth }) => growth.series.concept !== own.series.concept || growth.series.measure !== own.series.measure,
  )

/** The part of a sum that grows slower than the whole and holds it back most, with what each part pulls (测算). */
export const partDrags = (total: Reading): Claim | null => {
  const own = total.growth
  const parts = own && partsOf(total)
  const pulls = parts && pullsOf(total, parts)
  if (!own || !parts || !pulls || isMixed(own, parts)) return null
  const base = parts.reduce((sum, part) => sum + part.base, 0)
  const lag = ({ growth, base: size }: Part): number => (size / base) * ((own.value ?? 0) - (growth.value ?? 0))
  const slowest = parts.reduce((a, b) => (lag(b) > lag(a) ? b : a))
  const gap = (slowest.growth.value ?? 0) - (own.value ?? 0)
  if (gap >= 0 || !isSeen(gap, [slowest.growth, own])) return null
  const province = provinceSaid(slowest.reading)
  return claim(total, 'part-drags', {
    points: lag(slowest),
    since: null,
    asked: slowest.reading.row.indicator.code,
    fillings: {
      subject: subjectSaid(total),
      growth: growthSaid(total, own),
      part: { free: slowest.reading.row.indicator.name },
      partGrowth: growthSaid(slowest.reading, slowest.growth),
      gap: gapSaid('总体', gap, [slowest.growth, own], 'growth.difference'),
      pull: pulls[parts.indexOf(slowest)] ?? null,
      beside: besideSaid(parts, pulls, slowest),
      province: province && [{ free: slowest.reading.row.indicator.name }, { text: '增速' }, province],
    },
  })
}
