import { comparableFault, type FoundFigure } from '@yundiao/figures'
import { provinceSaid } from './beside.ts'
import type { Said } from './finding.ts'
import { ledgerSaid } from './ledger-weights.ts'
import { partsOf } from './parts.ts'
import { countiesOf, type Reading } from './reading.ts'
import { shareOf } from './weigh.ts'
import { computedSaid, isSeen, moveSaid, shortGrowthSaid } from './words.ts'

/** A part or county that fell; `loss` is its fall by its share, `points` its own. */
type Fall = { reading: Reading; points: number; loss: number | null; from: readonly FoundFigure[] }

type Size = (reading: Reading, whole: Reading) => number | null

const fallOf = (reading: Reading, before: string, whole: Reading, sizeOf: Size): Fall | null => {
  const [now, then] = [reading.growth, reading.growthAt(before)]
  if (!now || !then || comparableFault(now, then, 'periods') || reading.row.period !== whole.row.period) return null
  const points = (then.value ?? 0) - (now.value ?? 0)
  const size = sizeOf(reading, whole)
  return { reading, points, loss: size === null ? null : points * size, from: [now, then] }
}

const mostOf = (list: readonly Reading[], before: string, whole: Reading, sizeOf: Size = shareOf): Fall | null => {
  const falls = list.map((reading) => fallOf(reading, before, whole, sizeOf)).filter((fall) => fall !== null)
  // Who fell most cannot be said while one is not known.
  if (falls.length === 0 || falls.length < list.length) return null
  const by = falls.every(({ loss }) => loss !== null) ? (fall: Fall) => fall.loss ?? 0 : (fall: Fall) => fall.points
  return falls.reduce((a, b) => (by(b) > by(a) ? b : a))
}

const joined = (parts: readonly (readonly Said[] | null)[]): readonly Said[] | null => {
  const told = parts.filter((part) => part !== null)
  return told.length === 0 ? null : told.flatMap((part, i) => (i > 0 ? [{ text: '；' }, ...part] : part))
}

const placeFall = (whole: Reading, before: string): readonly Said[] | null => {
  const parts = partsOf(whole)?.map(({ reading }) => reading) ?? []
  const most = mostOf(parts, before, whole) ?? mostOf(countiesOf(whole), before, whole)
  if (!most || most.points <= 0) return null
  const name = most.reading.region === whole.region ? most.reading.row.indicator.name : most.reading.region.name
  const much = most.loss === null ? '，回落最多' : '，影响最大'
  return [{ text: '其中' }, { free: name }, { text: '增速' }, moveSaid(-most.points, most.from), { text: much }]
}

/** What a row's industries are: readings of the same region and period with a growth, in the catalogue's order. */
const industriesOf = (whole: Reading): { noun: string; list: readonly Reading[] } | null => {
  const groups = Map.groupBy(
    [...whole.input.parts].flatMap(([code, { base, breakdown }]) => {
      const isOwn = base === whole.row.indicator.code || breakdown?.of.includes(whole.row.indicator.code)
      const reading = isOwn ? whole.beside({ indicator: code }) : null
      return reading?.growth && reading.row.period === whole.row.period ? [{ reading, breakdown, base }] : []
    }),
    ({ base }) => base,
  )
  // Of several ways to divide, that with the most parts tells most.
  const [most] = [...groups.values()].toSorted(
    (a, b) => b.length - a.length || ((a[0]?.base ?? '') < (b[0]?.base ?? '') ? -1 : 1),
  )
  if (!most || most.length < 2) return null
  const list = most.map(({ reading }) => reading)
  const byCode = (a: Reading, b: Reading): number => (a.row.indicator.code < b.row.indicator.code ? -1 : 1)
  return { noun: most[0]?.breakdown?.noun ?? '分项', list: list.toSorted(byCode) }
}

/** 产值 has no share in an 增加值, but those of one list weigh against one another. */
const levelOf: Size = ({ row }) => (row.level.kind === 'figure' && row.level.value > 0 ? row.level.value : null)

const rateOf = ({ growth }: Reading): number => growth?.value ?? 0

/** 有数的6个行业中，食品制造业产值增速最低（增长1.2%）: said where it grows slower than the whole. */
const slowestSaid = (whole: Reading, noun: string, list: readonly Reading[]): readonly Said[] | null => {
  const slowest = list.reduce((a, b) => (rateOf(b) < rateOf(a) ? b : a))
  const own = slowest.growth
  if (!own || rateOf(slowest) >= rateOf(whole)) return null
  return [
    ...amongSaid(noun, list),
    { free: slowest.row.indicator.name },
    { text: '增速最低（' },
    shortGrowthSaid(slowest, own),
    { text: '）' },
  ]
}

const amongSaid = (noun: string, list: readonly Reading[]): readonly Said[] => {
  const from = list.flatMap(({ growth }) => growth ?? [])
  return [{ text: '有数的' }, computedSaid('count.parts', from, `${list.length}个`), { text: `${noun}中，` }]
}

/** 有数的6个行业中，黑色金属冶炼和压延加工业产值增速回落20.3个百分点，影响最大; without a release before, the slowest. */
const industryFall = (whole: Reading, before: string | null): readonly Said[] | null => {
  const industries = industriesOf(whole)
  if (!industries) return null
  const { noun, list } = industries
  const most = before === null ? null : mostOf(list, before, whole, levelOf)
  if (!most || most.points <= 0 || !isSeen(most.points, most.from)) return slowestSaid(whole, noun, list)
  const much = most.loss === null ? '，回落最多' : '，影响最大'
  return [
    ...amongSaid(noun, list),
    { free: most.reading.row.indicator.name },
    { text: '增速' },
    moveSaid(-most.points, most.from),
    { text: much },
  ]
}

/**
 * Who and which industry weigh most in a fall since the release `before`: the part, else the county, then the industry by
 * the figures, then by a ledger. 影响最大 where amounts to weigh by are held of all, else 回落最多. Null where none is known.
 */
export const weighsMostSaid = (whole: Reading, before: string): readonly Said[] | null =>
  joined([placeFall(whole, before), industryFall(whole, before), ledgerSaid(whole)])

/** As a question goes on: ，其中第三产业增加值增速回落3.1个百分点，影响最大; empty where it is not known. */
const goingOn = (said: readonly Said[] | null): readonly Said[] => (said ? [{ text: '，' }, ...said] : [])

/** Which part, else which county, weighs most in a fall, as a question to its unit goes on: figures only, no ledger. */
export const ledInFall = (whole: Reading, before: string): readonly Said[] => goingOn(placeFall(whole, before))

const againstProvince = (whole: Reading): readonly Said[] | null => {
  const gaps = (partsOf(whole) ?? []).map(({ reading, base }) => {
    const { province } = reading.row.compare
    return province.kind === 'derived' ? { reading, loss: -province.value * base } : null
  })
  const most = gaps.reduce((a, b) => (a && b ? (b.loss > a.loss ? b : a) : null), gaps[0] ?? null)
  const said = most && most.loss > 0 ? provinceSaid(most.reading) : null
  return (
    most &&
    said && [
      { text: '其中' },
      { free: most.reading.row.indicator.name },
      { text: '增速' },
      said,
      { text: '，影响最大' },
    ]
  )
}

/** Where nobody's gap to the province is known, the county that grows slowest. */
const slowestCounty = (whole: Reading): readonly Said[] | null => {
  const list = countiesOf(whole).filter(
    ({ growth, row }) =>
      growth && whole.growth && row.period === whole.row.period && !comparableFault(growth, whole.growth, 'regions'),
  )
  const slowest = list.length < 2 ? null : list.reduce((a, b) => (rateOf(b) < rateOf(a) ? b : a))
  if (!slowest?.growth || rateOf(slowest) >= rateOf(whole)) return null
  return [
    { text: '其中' },
    { free: slowest.region.name },
    { text: '增速最低（' },
    shortGrowthSaid(slowest, slowest.growth),
    { text: '）' },
  ]
}

/**
 * Who and which industry weigh most in a gap to the province or a target: 其中第二产业增加值增速低于全省2.0个百分点，影响最大
 * by the parts, else the county that grows slowest; then the slowest industry, by the figures and by a ledger.
 */
export const weighsInGap = (whole: Reading): readonly Said[] | null =>
  joined([againstProvince(whole) ?? slowestCounty(whole), industryFall(whole, null), ledgerSaid(whole)])

/** Which part, else which county, weighs most in a gap, as a question goes on. */
export const ledInGap = (whole: Reading): readonly Said[] => goingOn(againstProvince(whole) ?? slowestCounty(whole))

/** Which industry weighs most in one county, by the figures and by a ledger. */
export const industryInCounty = (county: Reading): readonly Said[] | null =>
  joined([industryFall(county, null), ledgerSaid(county)])
