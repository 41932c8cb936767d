import { canonicalYtd, DEMONSTRATION } from '@yundiao/figures'
import { expect, it } from 'vitest'
import { mianyang } from '../index.ts'
import { demoFigures } from './figures.ts'
import { demoLongFigures } from './long-figures.ts'

it('long series of the demonstration: without a gap, known by the day it stands on, apart from real ones', () => {
  expect(demoLongFigures).toHaveLength(40 + 99)
  for (const { series, period, knownOn, printed, value, unit } of demoLongFigures) {
    expect([series.concept, series.origin]).toEqual([DEMONSTRATION, 'department'])
    if (series.accumulation === 'ytd') expect(canonicalYtd(period)).toBe(period)
    expect(Boolean(knownOn && knownOn <= mianyang.demonstrationDay)).toBe(true)
    expect(Number(printed)).toBeCloseTo((value ?? Number.NaN) * (unit === 'kWh' ? 1e-8 : 100), 9)
  }
})

it('tells nothing that the other series of the demonstration tell', () => {
  const all = [...demoFigures, ...demoLongFigures]
  const names = new Set(all.map(({ series, region, period }) => JSON.stringify([series, region, period])))
  expect(names.size).toBe(all.length)
})
