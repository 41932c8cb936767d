import { comparableFault } from '@yundiao/figures'
import { type Claim, claim } from './claim.ts'
import type { Said } from './finding.ts'
import { countiesOf, type Reading } from './reading.ts'
import { belowSince } from './since.ts'
import { shareOf } from './weigh.ts'
import { industryInCounty } from './who-weighs.ts'
import { computedSaid, growthSaid, isSeen, pointsDigits, shortGrowthSaid, sinceSaid, subjectSaid } from './words.ts'

type Behind = { county: Reading; growth: NonNullable<Reading['growth']>; gap: number; share: number | null }

/** Counties whose growth is seen to be lower than the city's, of one series and period with it, in the city's order. */
const behindOf = (
  city: Reading,
  own: NonNullable<Reading['growth']>,
  counties: readonly Reading[],
): readonly Behind[] =>
  counties.flatMap((county): readonly Behind[] => {
    const { growth } = county
    if (!growth || comparableFault(growth, own, 'regions')) return []
    const gap = (own.value ?? 0) - (growth.value ?? 0)
    return gap > 0 && isSeen(gap, [growth, own]) ? [{ county, growth, gap, share: shareOf(county, city) }] : []
  })

const named =
  (own: NonNullable<Reading['growth']>) =>
  ({ county, growth, gap }: Behind, i: number): readonly Said[] => [
    ...(i > 0 ? [{ text: '、' }] : []),
    { free: county.region.name },
    { text: '（' },
    shortGrowthSaid(county, growth),
    { text: '，' },
    computedSaid('growth.difference', [growth, own], `低${pointsDigits(gap, [growth, own])}个百分点`),
    { text: '）' },
  ]

const lossOf = ({ gap, share }: Behind): number => (share ?? 0) * gap

const pullSaid = (city: Reading, most: Behind): Said | null => {
  const [own, whole] = [most.county.row.level, city.row.level]
  if (own.kind !== 'figure' || whole.kind !== 'figure' || !city.growth) return null
  const digits = (lossOf(most) * 100).toFixed(2)
  return computedSaid('gap.weighed', [most.growth, city.growth, own.figure, whole.figure], `拉低全市${digits}个百分点`)
}

/** Counties below the city's growth: named in the city's order; the one that weighs most, where amounts allow. */
export const countiesBehind = (city: Reading): Claim | null => {
  const own = city.growth
  if (!own || city.region.code !== city.input.regions.self) return null
  const counties = countiesOf(city)
  const behind = behindOf(city, own, counties)
  if (behind.length === 0) return null
  const most = behind.every(({ share }) => share !== null)
    ? behind.reduce((a, b) => (lossOf(b) > lossOf(a) ? b : a))
    : behind.reduce((a, b) => (b.gap > a.gap ? b : a))
  const since = belowSince(most.county, city.region.code)
  const others = counties.filter(
    ({ growth }) => growth && comparableFault(growth, own, 'regions')?.reason === 'concept-differs',
  )
  const isWeighed = most.share !== null && lossOf(most) >= 0.00005
  return claim(city, 'counties-behind', {
    points: behind.reduce((sum, one) => sum + one.gap * (one.share ?? 1 / Math.max(1, counties.length)), 0),
    since: since.since,
    fillings: {
      subject: subjectSaid(city),
      growth: growthSaid(city, own),
      count: { free: String(behind.length) },
      list: behind.flatMap(named(own)),
      names: { free: behind.map(({ county }) => county.region.name).join('、') },
      most: { free: most.county.region.name },
      industry: industryInCounty(most.county),
      pull: isWeighed ? pullSaid(city, most) : null,
      since: since.since !== null && since.count > 1 ? sinceSaid(most.county, since.since) : null,
      periods: { free: String(since.count) },
      incomparable:
        others.length === 0
          ? null
          : [{ free: others.map(({ region }) => region.name).join('、') }, { text: '口径不同，不作比较' }],
    },
  })
}
