import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kurtosisOf, skewnessOf } from '../numeric/moments.ts'
import { fixture, furthest, type Table } from '../testing/fixture.ts'
import { boxCox } from './box-cox.ts'
import { logarithm, mirroredLogarithm } from './logarithm.ts'
import { treatColumn } from './treat-column.ts'
import { winsorise } from './winsorise.ts'

type Functions = {
  skewKurt: { data: number[]; skew: number; kurt: number }
  winsorise: { x: number[]; treated: string[] }
  log_CT: number[]
  log_CT_plus: number[]
  'boxcox_0.5': number[]
}
const functions = fixture<Functions>('coin-functions')
const { data } = functions.skewKurt

describe('as COINr, within 1e-9', () => {
  it('skew and kurtosis', () => {
    expect(skewnessOf(data)).toBeCloseTo(functions.skewKurt.skew, 10)
    expect(kurtosisOf(data)).toBeCloseTo(functions.skewKurt.kurt, 10)
  })
  it('winsorised, and which place', () => {
    const { values, drawnIn } = winsorise(data)
    expect(furthest(values, functions.winsorise.x)).toBeLessThan(1e-12)
    expect(drawnIn).toEqual([{ at: functions.winsorise.treated.indexOf('winhi'), end: 'high' }])
  })
  it.each([
    ['logarithm', logarithm(data), functions.log_CT],
    ['mirrored logarithm', mirroredLogarithm(data), functions.log_CT_plus],
    ['Box–Cox', boxCox(data, 0.5), functions['boxcox_0.5']],
  ])('%s', (_, got, want) => expect(furthest(got, want)).toBeLessThan(1e-12))

  const build = fixture<{ Imputed: Table; Treated: Table; treatDetails: Record<string, (number | boolean | null)[]> }>(
    'asem-example-build',
  )
  it.each(Object.keys(build.Imputed.columns))('ASEM %s', (code) => {
    const done = treatColumn(build.Imputed.columns[code] ?? [], { method: 'auto' })
    expect(furthest(done.values, build.Treated.columns[code] ?? [])).toBeLessThan(1e-12)
    const row = build.treatDetails.iCode?.indexOf(code as never) ?? -1
    const detail = (name: string): number | boolean | null => build.treatDetails[name]?.[row] ?? null
    expect(done.did !== 'winsorise').toBe(detail('check_SkewKurt0.Pass'))
    expect(done.before.skew).toBeCloseTo(Number(detail('check_SkewKurt0.Skew')), 9)
    if (done.did === 'winsorise') expect(done.after.kurtosis).toBeCloseTo(Number(detail('check_SkewKurt1.Kurt')), 9)
  })
})

describe('treatment', () => {
  it('the logarithm starts from the values as they were', () => {
    const steep = Array.from({ length: 30 }, (_, i) => Math.exp(i / 1.5))
    const done = treatColumn(steep, { method: 'auto', most: 1 })
    expect(done).toMatchObject({ did: 'log', drawnIn: [] })
    expect(furthest(done.values, logarithm(steep))).toBe(0)
  })
  it('a mirrored logarithm turns downward outliers too', () => {
    const low = data.map((value) => -value)
    const [before, after] = [low, mirroredLogarithm(low)].map((one) => Math.abs(skewnessOf([...one] as number[]) ?? 9))
    expect(after).toBeLessThan(before ?? 0)
  })
  it.each([
    ['three values', [1, 2, 900]],
    ['all equal', [4, 4, 4, 4, 4]],
    ['none', [null, null]],
  ])('%s: left alone', (_, column) =>
    expect(treatColumn(column, { method: 'auto' })).toMatchObject({ did: 'none', values: column }),
  )
  it('a logarithm asked for always leaves equals as they are; a skew of exactly 2 is not beyond 2', () => {
    expect(treatColumn([7, 7, null], { method: 'log', always: true }).values).toEqual([7, 7, null])
    expect(treatColumn([0, 0, 0.2254731782393561, 0], { method: 'winsorise' }).did).toBe('none')
  })
  it('never turns an order round, keeps gaps, and stays within the ends', () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null }), { maxLength: 40 }),
        (column) => {
          const { values } = treatColumn(column, { method: 'auto' })
          column.forEach((a, i) => {
            expect(values[i] === null).toBe(a === null)
            column.forEach((b, j) => {
              if (a !== null && b !== null && a > b) expect(values[i] ?? 0).toBeGreaterThanOrEqual(values[j] ?? 0)
            })
          })
        },
      ),
      { numRuns: 30 },
    ))
})
