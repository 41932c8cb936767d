import { comparableFault, type FoundFigure } from '@yundiao/figures'
import { provinceSaid } from './beside.ts'
import type { Said } from './finding.ts'
import { partsOf } from './parts.ts'
import { countiesOf, type Reading } from './reading.ts'
import { shareOf } from './weigh.ts'
import { moveSaid } from './words.ts'

/** A part or county that fell; `loss` is its fall by its share, `points` its own. */
type Fall = { reading: Reading; points: number; loss: number | null; from: readonly FoundFigure[] }

const fallOf = (reading: Reading, before: string, whole: Reading): Fall | null => {
  const [now, then] = [reading.growth, reading.growthAt(before)]
  if (!now || !then || comparableFault(now, then, 'periods') || reading.row.period !== whole.row.period) return null
  const points = (then.value ?? 0) - (now.value ?? 0)
  const share = shareOf(reading, whole)
  return { reading, points, loss: share === null ? null : points * share, from: [now, then] }
}

const mostOf = (list: readonly Reading[], before: string, whole: Reading): Fall | null => {
  const falls = list.map((reading) => fallOf(reading, before, whole)).filter((fall) => fall !== null)
  // Who fell most cannot be said while one is not known.
  if (falls.length === 0 || falls.length < list.length) return null
  const by = falls.every(({ loss }) => loss !== null) ? (fall: Fall) => fall.loss ?? 0 : (fall: Fall) => fall.points
  return falls.reduce((a, b) => (by(b) > by(a) ? b : a))
}

/**
 * 其中第三产业增加值回落3.1个百分点，影响最大: the part, else the county, whose fall since the release `before` weighs most;
 * 回落最多 where amounts to weigh by are not held; null where not all are known.
 */
export const weighsMostSaid = (whole: Reading, before: string): readonly Said[] | null => {
  const parts = partsOf(whole)?.map(({ reading }) => reading) ?? []
  const most = mostOf(parts, before, whole) ?? mostOf(countiesOf(whole), before, whole)
  if (!most || most.points <= 0) return null
  const name = most.reading.region === whole.region ? most.reading.row.indicator.name : most.reading.region.name
  const much = most.loss === null ? '，回落最多' : '，影响最大'
  return [{ text: '其中' }, { free: name }, moveSaid(-most.points, most.from), { text: much }]
}

/**
 * 其中第二产业增加值低于全省2.0个百分点，影响最大: the part whose gap to the province weighs most by its share of the whole;
 * null where the province's growth of a part is not held.
 */
export const weighsAgainstProvince = (whole: Reading): readonly Said[] | null => {
  const gaps = (partsOf(whole) ?? []).map(({ reading, base }) => {
    const { province } = reading.row.compare
    return province.kind === 'derived' ? { reading, loss: -province.value * base } : null
  })
  const most = gaps.reduce((a, b) => (a && b ? (b.loss > a.loss ? b : a) : null), gaps[0] ?? null)
  const said = most && most.loss > 0 ? provinceSaid(most.reading) : null
  return most && said && [{ text: '其中' }, { free: most.reading.row.indicator.name }, said, { text: '，影响最大' }]
}
