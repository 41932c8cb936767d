import type { Polygon } from '@yundiao/kernel'
import { describe, expect, it } from 'vitest'
import { middleOf, pathOf, projectionOf, reachOf } from './map-layout.ts'

/** A square of a tenth of a degree at 60° north, where a degree east is half a degree north. */
const square: Polygon = [
  [
    [104, 60],
    [104.1, 60],
    [104.1, 60.1],
    [104, 60.1],
    [104, 60],
  ],
]

describe('map layout', () => {
  it('fits the longer side, north up, and is as wide as the ground is', () => {
    const drawn = projectionOf([square], 100)
    if (!drawn) throw new Error('nothing drawn')
    expect([drawn.height, Math.round(drawn.width)]).toEqual([100, 54])
    expect(drawn.point([104, 60.1])).toEqual([4, 4])
    expect(drawn.point([104.1, 60])[1]).toBeCloseTo(96)
    expect(pathOf([square], drawn)).toMatch(/^M4 96L.* 4L4 4L4 96Z$/)
  })
  it('draws nothing of nothing', () => expect(projectionOf([], 100)).toBeNull())
  it('finds the middle, and how many metres it reaches', () => {
    expect(middleOf(square)[0]).toBeCloseTo(104.05)
    expect(reachOf(square).north).toBeCloseTo(11_119.5, 0)
    expect(reachOf(square).east).toBeCloseTo(5_551, -2)
  })
})
