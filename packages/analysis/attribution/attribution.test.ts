import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttributionNode, attribute, type Cell } from './attribute.ts'
import { breakGap, breakValue } from './effects.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 1000 : 40 }

/** Children add up to their parent within 1e-9 of the amounts that went in: a small change of large ones is no exception. */
const adds = (node: AttributionNode, whole: AttributionNode = node): void => {
  const { children } = node
  if (children.length === 0) return
  const amounts = node.now + node.before
  const within = (pick: (part: AttributionNode) => number, size: number): void => {
    const sum = children.reduce((total, child) => total + pick(child), 0)
    expect(Math.abs(sum - pick(node))).toBeLessThanOrEqual(1e-9 * Math.max(1, size))
  }
  for (const field of ['now', 'before', 'change', 'respondents'] as const) within((part) => part[field], amounts)
  if (whole.before !== 0) within((part) => part.pull ?? Number.NaN, amounts / whole.before)
  if (whole.change !== 0) within((part) => part.share ?? Number.NaN, amounts / Math.abs(whole.change))
  for (const child of children) adds(child, whole)
}

const anyCells: fc.Arbitrary<Cell[]> = fc.array(
  fc.record({
    keys: fc.tuple(
      fc.constantFrom('江油', '涪城', '游仙'),
      fc.constantFrom('电子', '白酒'),
      fc.string({ minLength: 1, maxLength: 3 }),
    ),
    now: fc.double({ min: 0, max: 1e9, noNaN: true }),
    before: fc.double({ min: 1, max: 1e9, noNaN: true }),
  }),
  { minLength: 1, maxLength: 40 },
)

describe('attribute', () => {
  const cells: Cell[] = [
    { keys: ['江油', '钢铁'], now: 90, before: 100 },
    { keys: ['江油', '水泥'], now: 52, before: 50 },
    { keys: ['涪城', '电子'], now: 380, before: 350 },
  ]
  const tree = attribute(cells, 2)
  it('names who weighs most, first', () => {
    expect(tree.children.map(({ key }) => key)).toEqual(['涪城', '江油'])
    expect(tree.children[1]?.children.map(({ key, change }) => [key, change])).toEqual([
      ['钢铁', -10],
      ['水泥', 2],
    ])
  })
  it('a pull is a share of the whole’s base', () => {
    expect(tree).toMatchObject({ now: 522, before: 500, change: 22, pull: 0.044, share: 1 })
    expect(tree.children[0]).toMatchObject({ pull: 0.06 })
  })
  it('nothing before: no pull; nothing changed: no share', () => {
    expect(attribute([{ keys: ['甲'], now: 3, before: 0 }], 1)).toMatchObject({ pull: null, share: 1 })
    expect(attribute([{ keys: ['甲'], now: 3, before: 3 }], 1)).toMatchObject({ pull: 0, share: null })
  })
  it('adds up at every level, whatever the order of the cells', () =>
    fc.assert(
      fc.property(anyCells, (some) => {
        const one = attribute(some, 3)
        adds(one)
        const other = attribute([...some].reverse(), 3)
        expect(Math.abs(other.change - one.change)).toBeLessThanOrEqual(1e-9 * (one.now + one.before))
      }),
      runs,
    ))
})

describe('a gap of growth rates', () => {
  const side = fc.record({
    weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
    rate: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  })
  const anyParts = fc
    .array(fc.record({ key: fc.string(), here: side, there: side }), { minLength: 1, maxLength: 40 })
    .map((parts) => {
      const total = (which: 'here' | 'there') => parts.reduce((sum, part) => sum + part[which].weight, 0)
      const [here, there] = [total('here'), total('there')]
      return parts.map((part) => ({
        key: part.key,
        here: { ...part.here, weight: part.here.weight / here },
        there: { ...part.there, weight: part.there.weight / there },
      }))
    })
  it('is its parts, exactly', () =>
    fc.assert(
      fc.property(anyParts, (parts) => {
        const got = breakGap(parts)
        expect(got.structure + got.rate).toBeCloseTo(got.gap, 9)
        expect(got.parts.reduce((sum, part) => sum + part.total, 0)).toBeCloseTo(got.gap, 9)
      }),
      runs,
    ))
  it('same weights: all rate; same rates of its own: all structure', () => {
    const parts = [
      { key: '电子', here: { weight: 0.6, rate: 0.1 }, there: { weight: 0.6, rate: 0.05 } },
      { key: '钢铁', here: { weight: 0.4, rate: 0.02 }, there: { weight: 0.4, rate: 0.02 } },
    ]
    expect(breakGap(parts)).toMatchObject({ structure: 0 })
    const shifted = parts.map((part, i) => ({ ...part, there: { weight: i === 0 ? 0.5 : 0.5, rate: part.here.rate } }))
    const got = breakGap(shifted)
    expect([got.rate, got.structure]).toEqual([0, expect.closeTo(0.1 * 0.08, 12)])
  })
})

describe('a change of value', () => {
  const good = fc.record({
    key: fc.string(),
    quantityBefore: fc.double({ min: 0, max: 1e4, noNaN: true }),
    priceBefore: fc.double({ min: 0, max: 1e4, noNaN: true }),
    quantityNow: fc.double({ min: 0, max: 1e4, noNaN: true }),
    priceNow: fc.double({ min: 0, max: 1e4, noNaN: true }),
  })
  it('is volume, mix and price, exactly', () =>
    fc.assert(
      fc.property(fc.array(good, { minLength: 1, maxLength: 20 }), (goods) => {
        const got = breakValue(goods)
        const change = goods.reduce((sum, g) => sum + g.quantityNow * g.priceNow - g.quantityBefore * g.priceBefore, 0)
        const scale = goods.reduce(
          (sum, g) =>
            sum +
            g.quantityNow * g.priceNow +
            g.quantityBefore * g.priceBefore +
            g.quantityNow * g.priceBefore +
            g.quantityBefore * g.priceNow,
          1,
        )
        expect(Math.abs(got.volume + got.mix + got.price - change)).toBeLessThanOrEqual(
          1e-9 * scale * Math.max(1, Math.abs(got.volume) / scale),
        )
      }),
      runs,
    ))
  it('a total so small that its growth overflows gives finite parts', () => {
    const goods = [{ key: '甲', quantityBefore: 5e-324, quantityNow: 1, priceBefore: 0, priceNow: 0 }]
    expect(breakValue(goods)).toMatchObject({ volume: 0, mix: 0, price: 0 })
  })
  it('prices alone: no volume, no mix', () => {
    const goods = [{ key: '甲', quantityBefore: 10, quantityNow: 10, priceBefore: 2, priceNow: 3 }]
    expect(breakValue(goods)).toMatchObject({ volume: 0, mix: 0, price: 10 })
  })
})
