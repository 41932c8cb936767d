import { type HeldKind, kindKey, type SeriesKind } from '@yundiao/analysis'
import { DEFAULT_CONCEPT, DEMONSTRATION } from '@yundiao/figures'
import { Problem, type Region } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import type { KindView, Scope } from './comparison-schema.ts'
import { readPlaces } from './places.ts'
import { ORIGIN_LABELS } from './series-words.ts'

/** Regions that are ranked together; `whole` when the reader may see every one of them. */
export type PlaceGroup = {
  key: 'cities' | 'counties' | 'zones'
  title: string
  regions: readonly Region[]
  whole: boolean
}

export type ComparedPlaces = {
  self: Region
  mean: Region
  above: readonly Region[]
  groups: readonly PlaceGroup[]
  meanWords: string
}

const GROUPS = {
  cities: [{ key: 'cities', title: '市（州）', kinds: ['city', 'peer'] }],
  counties: [
    { key: 'counties', title: '县（市、区）', kinds: ['county'] },
    { key: 'zones', title: '园区（与县区重叠，另排）', kinds: ['zone'] },
  ],
} as const

/** A group as a note names it: 园区, without what its head says beside. */
export const groupInNote = ({ key, title }: { key: string; title: string }): string =>
  key === 'zones' ? '园区' : title

/**
 * Who is compared in a scope: cities by code, counties in the city's own order, zones apart. Other counties are out of a
 * county's sight and are left out, which `whole` says.
 */
export const readComparedPlaces = async (store: Store, caller: Caller, scope: Scope): Promise<ComparedPlaces> => {
  const { tree, ...codes } = await readPlaces(store, caller)
  const seen = new Set([...caller.regions, ...caller.references])
  const named = (code: string): Region => {
    const region = tree.get(code)
    if (!region) throw new Problem('region.unknown', `行政区划里没有 ${code}，请在管理中补齐`, { region: code })
    return region
  }
  const groups = GROUPS[scope].map(({ key, title, kinds }): PlaceGroup => {
    const all = tree.all
      .filter(({ kind }) => (kinds as readonly string[]).includes(kind))
      .sort((a, b) => a.order - b.order)
    const regions = all.filter(({ code }) => seen.has(code))
    return { key, title, regions, whole: regions.length === all.length }
  })
  const isCities = scope === 'cities'
  return {
    self: named(codes.self),
    mean: named(isCities ? codes.province : codes.self),
    above: isCities ? [named(codes.nation)] : [named(codes.province)],
    groups: groups.filter(({ regions }) => regions.length > 0),
    meanWords: isCities ? '全省' : '全市',
  }
}

/** A kind as people say it: 统计公布数, 预计数, 演示数. */
export const kindLabel = ({ origin, concept }: SeriesKind): string => {
  if (concept === DEMONSTRATION) return '演示数'
  return concept === DEFAULT_CONCEPT ? ORIGIN_LABELS[origin] : `${ORIGIN_LABELS[origin]}（${concept}）`
}

/** Kinds as a reader chooses among them. */
export const kindViews = (kinds: readonly HeldKind[]): KindView[] =>
  kinds.map((kind) => ({ key: kindKey(kind), label: kindLabel(kind), regions: kind.regions }))

/** The kind asked for. Throws Problem series.unknown for one nobody holds. */
export const kindAsked = (kinds: readonly HeldKind[], asked: string | undefined, usual: SeriesKind): SeriesKind => {
  if (asked === undefined || asked === '') return usual
  const found = kinds.find((kind) => kindKey(kind) === asked)
  if (!found)
    throw new Problem('series.unknown', `没有“${asked}”这一种数可比，请从页面上的来源和口径中选取`, { kind: asked })
  return found
}
