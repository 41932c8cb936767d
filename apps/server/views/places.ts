import { Problem, type Region, type RegionTree, regionTree } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'

export type Places = { tree: RegionTree; self: string; province: string; nation: string }

/** The city with the province and the nation it is set beside. */
export const readPlaces = async (store: Store, caller: Caller): Promise<Places> => {
  const rows = await store.records(caller, 'region')
  const tree = regionTree(
    rows.map(({ code, name, shortName, kind, parent, sort }) => ({
      code,
      name,
      shortName,
      kind: kind as Region['kind'],
      parent,
      order: sort ?? 0,
    })),
  )
  const above = (kind: Region['kind']): string => {
    const found = tree.ancestors(caller.city).find((region) => region.kind === kind)
    if (!found)
      throw new Problem('region.unknown', `行政区划里缺少 ${caller.city} 的上级，请在管理中补齐`, {
        region: caller.city,
      })
    return found.code
  }
  return { tree, self: caller.city, province: above('province'), nation: above('nation') }
}
