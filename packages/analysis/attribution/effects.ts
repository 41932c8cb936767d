/** A part on two sides (here and there, now and then): its weight in the whole and its rate. */
export type Side = { weight: number; rate: number }
export type WeightedPart = { key: string; here: Side; there: Side }

/** How a part makes the gap between two growth rates: by being larger, by growing faster. */
export type GapEffect = { key: string; structure: number; rate: number; total: number }

export type GapBreakdown = { gap: number; structure: number; rate: number; parts: readonly GapEffect[] }

/**
 * The gap between two weighted rates (a city's growth less the province's): Σ w·r here less there, in two exact parts
 * by Bennet's symmetric means: rate (its growth differs) and structure (its weight differs). Weights of each side add
 * up to 1; structure is measured against the mean of both overall rates, so that a part with an average rate has none.
 * Source: Bennet (1920), J. Royal Statistical Society 83; shift-share as in Esteban (2000).
 */
export const breakGap = (parts: readonly WeightedPart[]): GapBreakdown => {
  const overall = (side: 'here' | 'there'): number =>
    parts.reduce((sum, part) => sum + part[side].weight * part[side].rate, 0)
  const middle = (overall('here') + overall('there')) / 2
  const effects = parts.map(({ key, here, there }): GapEffect => {
    const rate = ((here.weight + there.weight) / 2) * (here.rate - there.rate)
    const structure = ((here.rate + there.rate) / 2 - middle) * (here.weight - there.weight)
    return { key, structure, rate, total: structure + rate }
  })
  const sum = (pick: (effect: GapEffect) => number): number =>
    effects.reduce((total, effect) => total + pick(effect), 0)
  return {
    gap: overall('here') - overall('there'),
    structure: sum((e) => e.structure),
    rate: sum((e) => e.rate),
    parts: effects,
  }
}

/** A good at two times: its quantity and its price. */
export type Priced = { key: string; quantityBefore: number; priceBefore: number; quantityNow: number; priceNow: number }

export type ValueEffect = { key: string; volume: number; mix: number; price: number; total: number }

/**
 * A change of value as volume (all quantities grow alike), mix (dearer goods gain) and price, exact for each good by
 * Bennet's means: ΔV = p̄·Δq + q̄·Δp, and p̄·Δq split by the growth of the total quantity. Quantities must be in one
 * unit for volume and mix to mean anything.
 */
export const breakValue = (
  goods: readonly Priced[],
): { volume: number; mix: number; price: number; parts: readonly ValueEffect[] } => {
  const before = goods.reduce((sum, good) => sum + good.quantityBefore, 0)
  const now = goods.reduce((sum, good) => sum + good.quantityNow, 0)
  const parts = goods.map((good): ValueEffect => {
    const price = ((good.quantityBefore + good.quantityNow) / 2) * (good.priceNow - good.priceBefore)
    const quantity = ((good.priceBefore + good.priceNow) / 2) * (good.quantityNow - good.quantityBefore)
    const volume =
      before === 0 ? 0 : ((good.priceBefore + good.priceNow) / 2) * (good.quantityBefore / before) * (now - before)
    return { key: good.key, volume, mix: quantity - volume, price, total: quantity + price }
  })
  const sum = (pick: (part: ValueEffect) => number): number => parts.reduce((total, part) => total + pick(part), 0)
  return { volume: sum((p) => p.volume), mix: sum((p) => p.mix), price: sum((p) => p.price), parts }
}
