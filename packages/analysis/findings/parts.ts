import type { FoundFigure } from '@yundiao/figures'
import { contributions } from '../releases/contribution.ts'
import { provinceSaid } from './beside.ts'
import { type Claim, claim } from './claim.ts'
import type { Said } from './finding.ts'
import { historyOf } from './histories.ts'
import type { Reading } from './reading.ts'
import { computedSaid, figureSaid, gapSaid, growthSaid, isSeen, subjectSaid } from './words.ts'

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

/** What a part pulls and whose number it is. */
type Pull = { said: Said; mark: '测算' | '公布' }

const pulledWords = (pull: number, digits: string): string =>
  `${pull < 0 ? '下拉' : '拉动'}${digits.replace(/^[-−]/u, '')}个百分点`

/** The published 拉动 of a part in this whole, in the series of its growth; null where the bureau gave none. */
const publishedPull = (total: Reading, { reading, growth }: Part): Pull | null => {
  const { indicator, period } = reading.row
  if (indicator.pullsOn !== total.row.indicator.code) return null
  const series = { ...growth.series, measure: 'pull' as const }
  const held = historyOf(reading.histories, series, reading.region.code)
  const figure = held.find((one) => one.figure.period === period)?.figure
  if (figure?.value == null) return null
  const digits = figure.printed ?? (figure.value * 100).toFixed(1)
  return { said: figureSaid(reading, figure, pulledWords(figure.value, digits)), mark: '公布' }
}

const pullsOf = (total: Reading, parts: readonly Part[]): readonly Pull[] | null => {
  const answer = contributions(
    parts.map(({ reading, growth, level }) => ({
      name: reading.row.indicator.code,
      level: level.value ?? 0,
      growth: growth.value ?? 0,
    })),
  )
  if (answer.kind === 'refused') return null
  const from = parts.flatMap(({ growth, level }) => [growth, level])
  return answer.parts.map(({ pull }, at): Pull => {
    const part = parts[at]
    const digits = Math.abs(pull * 100).toFixed(2)
    const ours: Pull = { said: computedSaid('growth.pull', from, pulledWords(pull, digits)), mark: '测算' }
    return (part && publishedPull(total, part)) ?? ours
  })
}

const pullSaid = ({ said, mark }: Pull): readonly Said[] => [said, { text: `（${mark}）` }]

/** The other parts' pulls; whose they are is said once where all are of one kind. */
const besideSaid = (parts: readonly Part[], pulls: readonly Pull[], slowest: Part): readonly Said[] => {
  const others = parts.flatMap((part, at) => {
    const pull = pulls[at]
    return part === slowest || !pull ? [] : [{ part, pull }]
  })
  const isOne = new Set(others.map(({ pull }) => pull.mark)).size === 1
  return others.flatMap(({ part, pull }, at): readonly Said[] => {
    const isMarked = !isOne || at === others.length - 1
    const words = isMarked ? pullSaid(pull) : [pull.said]
    return [...(at > 0 ? [{ text: '、' }] : []), { free: part.reading.row.indicator.name }, ...words]
  })
}

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
  const ownPull = pulls[parts.indexOf(slowest)]
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
      pull: ownPull ? pullSaid(ownPull) : null,
      beside: besideSaid(parts, pulls, slowest),
      province: province && [{ free: slowest.reading.row.indicator.name }, { text: '增速' }, province],
    },
  })
}
