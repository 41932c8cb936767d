/**
 * A place figures and rows belong to. `code` is GB/T 2260 (six digits; nine for towns), or the pack's own id for a
 * functional zone (`my-gaoxin`), which has no statutory code, is a reporting subject, and is never added to counties.
 */
export type Region = {
  code: string
  name: string
  shortName: string
  kind: 'nation' | 'province' | 'city' | 'peer' | 'county' | 'zone' | 'town'
  parent: string | null
  /** Place in the city's own order, ascending among the same parent and kind. */
  order: number
}

/** Regions by code and by kinship. */
export type RegionTree = {
  get: (code: string) => Region | undefined
  /** Children in the city's own order; zones are not children of counties. */
  children: (code: string) => readonly Region[]
  /** The region itself, then its parent, up to the root. */
  ancestors: (code: string) => readonly Region[]
  /** The region and everything below it. */
  subtree: (code: string) => readonly Region[]
  all: readonly Region[]
}

const KIND_ORDER: Record<Region['kind'], number> = {
  nation: 0,
  province: 1,
  city: 2,
  peer: 3,
  county: 4,
  zone: 5,
  town: 6,
}

/** Indexes a flat list. The list is kept in the city's order: by kind, then `order`, then code. */
export const regionTree = (regions: readonly Region[]): RegionTree => {
  const all = [...regions].sort(
    (a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || a.order - b.order || (a.code < b.code ? -1 : 1),
  )
  const byCode = new Map(all.map((region) => [region.code, region]))
  const byParent = new Map<string, Region[]>()
  for (const region of all) {
    if (region.parent === null) continue
    const siblings = byParent.get(region.parent)
    if (siblings) siblings.push(region)
    else byParent.set(region.parent, [region])
  }
  const children = (code: string): readonly Region[] => byParent.get(code) ?? []
  const subtree = (code: string): readonly Region[] => {
    const self = byCode.get(code)
    return self ? [self, ...children(code).flatMap((child) => subtree(child.code))] : []
  }
  const ancestors = (code: string): readonly Region[] => {
    const self = byCode.get(code)
    if (!self) return []
    return self.parent === null ? [self] : [self, ...ancestors(self.parent)]
  }
  return { get: (code) => byCode.get(code), children, ancestors, subtree, all }
}
