import type { Assessed, FoundFigure } from '@yundiao/figures'
import { differenceOf, provinceSaid, requiredSaid, restOfYear } from './beside.ts'
import { type Claim, claim } from './claim.ts'
import type { Said } from './finding.ts'
import type { Reading } from './reading.ts'
import { belowSince } from './since.ts'
import type { Filling } from './templates.ts'
import { ledInGap, weighsInGap } from './who-weighs.ts'
import { computedSaid, gapSaid, growthSaid, isSeen, levelSaid, pointsDigits, sinceSaid, subjectSaid } from './words.ts'

/** 低于全省0.3个百分点, where the row is behind the province as well: then it is not told again. */
const provinceBehind = (reading: Reading): Said | null => {
  const { province } = reading.row.compare
  return province.kind === 'derived' && province.value < 0 ? provinceSaid(reading) : null
}

const layerSaid = ({ row }: Reading): Filling => {
  const layer = row.targets.self?.layer
  return layer ? { text: `（${layer}）` } : []
}

const restSaid = ({ row }: Reading): Said | null => {
  const rest = restOfYear(row.period)
  return rest === null ? null : { text: rest }
}

/** Growth below the year's target, or below 地区生产总值 where the target is to be faster. */
const belowRate = (reading: Reading, growth: FoundFigure, state: Assessed): Claim =>
  claim(reading, 'below-target', {
    points: -state.difference,
    since: null,
    fillings: {
      subject: subjectSaid(reading),
      growth: growthSaid(reading, growth),
      gap:
        state.basis === 'gdp'
          ? gapSaid('地区生产总值增速', state.difference, assessedFrom(reading, state), 'growth.difference')
          : gapSaid('目标', state.difference, [growth], 'target.difference'),
      layer: layerSaid(reading),
      weighs: weighsInGap(reading),
      others: provinceBehind(reading),
      rest: restSaid(reading),
      required: requiredSaid(reading),
      remaining: restSaid(reading),
    },
  })

const assessedFrom = ({ world }: Reading, { inputs }: Assessed): readonly FoundFigure[] =>
  inputs.flatMap((ref) => world.byRef.get(ref) ?? [])

/** An amount that has done less of its yearly target than of the year has gone by. */
const behindPlan = (reading: Reading, level: FoundFigure, state: Assessed): Claim | null => {
  const { shareOfTarget } = reading.row
  if (shareOfTarget.kind !== 'derived') return null
  return claim(reading, 'below-target.share', {
    points: -state.difference,
    since: null,
    fillings: {
      subject: subjectSaid(reading),
      level: levelSaid(reading, level),
      share: computedSaid('target.share', [level], `${pointsDigits(shareOfTarget.value, [])}%`),
      gap: computedSaid('target.assess', [level], `低于时间进度${pointsDigits(state.difference, [])}个百分点`),
      layer: layerSaid(reading),
      weighs: weighsInGap(reading),
      others: provinceBehind(reading),
      remaining: restSaid(reading),
    },
  })
}

/** A rate above what the year's target allows at most. */
const aboveCeiling = (reading: Reading, value: FoundFigure, state: Assessed): Claim => {
  const isGrowth = value.series.measure.startsWith('growth')
  return claim(reading, 'below-target.ceiling', {
    points: -state.difference,
    since: null,
    fillings: {
      subject: subjectSaid(reading),
      value: isGrowth ? growthSaid(reading, value) : [{ text: '为' }, levelSaid(reading, value)],
      gap: computedSaid('target.assess', [value], `高于控制目标${pointsDigits(state.difference, [value])}个百分点`),
      layer: layerSaid(reading),
    },
  })
}

/** Behind the year's target by the board's own judgement; one a row. What is 未评 tells nothing. */
export const belowTarget = (reading: Reading): Claim | null => {
  const { state } = reading.row
  if (state.kind !== 'assessed' || state.state !== '欠序时') return null
  const [own] = assessedFrom(reading, state)
  if (!own) return null
  switch (state.basis) {
    case 'growth':
    case 'gdp':
      return isSeen(state.difference, [own]) ? belowRate(reading, own, state) : null
    case 'share-of-year':
      return isSeen(state.difference, []) ? behindPlan(reading, own, state) : null
    case 'bound':
      return reading.row.targets.self?.unit === 'ratio' && isSeen(state.difference, [own])
        ? aboveCeiling(reading, own, state)
        : null
  }
}

/** The city's growth below the province's. */
export const belowProvince = (reading: Reading): Claim | null => {
  const { growth, input, region } = reading
  const difference = differenceOf(reading, reading.row.compare.province)
  if (!growth || !difference || region.code !== input.regions.self) return null
  if (difference.points >= 0 || !isSeen(difference.points, difference.from)) return null
  const { since, count } = belowSince(reading, input.regions.province)
  return claim(reading, 'below-province', {
    points: -difference.points,
    since,
    fillings: {
      subject: subjectSaid(reading),
      growth: growthSaid(reading, growth),
      gap: gapSaid('全省', difference.points, difference.from, 'growth.difference'),
      since: since !== null && count > 1 ? sinceSaid(reading, since) : null,
      count: { free: String(count) },
      weighs: weighsInGap(reading),
      led: ledInGap(reading),
    },
  })
}
