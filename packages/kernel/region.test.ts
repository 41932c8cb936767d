import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Region, regionTree } from './region.ts'

const region = (code: string, kind: Region['kind'], parent: string | null, order: number): Region => ({
  code,
  name: code,
  shortName: code,
  kind,
  parent,
  order,
})
const regions = [
  region('510781', 'county', '510700', 3),
  region('my-gaoxin', 'zone', '510700', 1),
  region('510703', 'county', '510700', 1),
  region('510000', 'province', null, 1),
  region('510700', 'city', '510000', 1),
  region('510704', 'county', '510700', 2),
  region('510703001', 'town', '510703', 1),
]
const tree = regionTree(regions)
const codes = (list: readonly Region[]): string[] => list.map((one) => one.code)

describe('regionTree', () => {
  it('keeps the city’s own order, counties before zones', () => {
    expect(codes(tree.children('510700'))).toEqual(['510703', '510704', '510781', 'my-gaoxin'])
    expect(codes(tree.all)).toEqual(['510000', '510700', '510703', '510704', '510781', 'my-gaoxin', '510703001'])
  })
  it('a zone is no child of a county', () => {
    expect(codes(tree.subtree('510703'))).toEqual(['510703', '510703001'])
    expect(codes(tree.ancestors('my-gaoxin'))).toEqual(['my-gaoxin', '510700', '510000'])
  })
  it('the subtree of the root holds all', () => expect(tree.subtree('510000')).toHaveLength(regions.length))
  it('answers nothing for a code it does not know', () => {
    expect([tree.get('x'), tree.children('x'), tree.ancestors('x'), tree.subtree('x')]).toEqual([undefined, [], [], []])
  })
  it('does not depend on the order of the list', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(regions, { minLength: regions.length }), (shuffled) => {
        expect(codes(regionTree(shuffled).all)).toEqual(codes(tree.all))
      }),
    ))
  it('descendant and ancestor are the same relation', () => {
    for (const a of regions)
      for (const b of regions)
        expect(codes(tree.subtree(a.code)).includes(b.code)).toBe(codes(tree.ancestors(b.code)).includes(a.code))
  })
})
