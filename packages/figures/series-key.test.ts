import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFigureRef, printFigureRef } from './figure-ref.ts'
import {
  ACCUMULATIONS,
  compareSeries,
  dimsKey,
  isSameSeries,
  MEASURES,
  ORIGINS,
  parseSeries,
  printSeries,
  seriesKey,
} from './series-key.ts'
import type { SeriesKey } from './types.ts'

const runs = process.env.YUNDIAO_DEEP ? 5_000 : 100

const word = fc.oneof(
  fc.constantFrom('区属', '商务平台', '规上工业', 'a.b', 'x=y', 'C39', '%', '{', '~', '1—2月', '甲,乙', '北 川', '@2'),
  fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }),
)
const anySeries: fc.Arbitrary<SeriesKey> = fc
  .record({
    indicator: fc.oneof(fc.constantFrom('gdp', 'iva', 'out_ind'), word),
    measure: fc.constantFrom(...MEASURES),
    accumulation: fc.constantFrom(...ACCUMULATIONS),
    origin: fc.constantFrom(...ORIGINS),
    concept: fc.oneof(fc.constant('default'), word),
    dims: fc.dictionary(word, word, { maxKeys: 3, noNullPrototype: true }),
  })
  .map(seriesKey)

describe('series text', () => {
  it.each([
    [{ indicator: 'gdp', measure: 'level', accumulation: 'ytd' }, 'gdp.level.ytd.official'],
    [{ indicator: 'gdp', measure: 'level', accumulation: 'ytd', concept: '区属' }, 'gdp.level.ytd.official~区属'],
    [
      {
        indicator: 'gdp',
        measure: 'level',
        accumulation: 'ytd',
        concept: '区属',
        dims: { size: '大', industry: 'C39' },
      },
      'gdp.level.ytd.official~区属{industry=C39,size=大}',
    ],
  ] as const)('%o prints as %s', (parts, text) => {
    expect(printSeries(seriesKey(parts))).toBe(text)
    expect(parseSeries(text)).toEqual(seriesKey(parts))
  })

  it.each([
    'gdp.level.ytd',
    'gdp.level.ytd.official~default',
    'gdp.level.ytd.official{}',
    'gdp.level.ytd.official{b=1,a=2}',
    'gdp.level.ytd.official{a=1,a=2}',
    'gdp.volume.ytd.official',
    'gdp.level.ytd.official~',
    'gdp.level.ytd.official ',
    'gdp%2e;x.level.ytd.official',
  ])('%s is no series', (text) => {
    expect(parseSeries(text)).toBeNull()
  })

  it('what is printed is parsed back, for any key', () => {
    fc.assert(
      fc.property(anySeries, (key) => {
        expect(parseSeries(printSeries(key))).toEqual(key)
      }),
      { numRuns: runs },
    )
  })

  it('two keys print alike only when they are the same', () => {
    fc.assert(
      fc.property(anySeries, anySeries, (a, b) => {
        const same = compareSeries(a, b) === 0
        expect(isSameSeries(a, b)).toBe(same)
        expect(Math.sign(compareSeries(a, b))).toBe(-Math.sign(compareSeries(b, a)) + 0)
      }),
      { numRuns: runs },
    )
  })

  it('the order of dimensions does not matter', () => {
    expect(dimsKey({ b: '2', a: '1' })).toBe(dimsKey({ a: '1', b: '2' }))
  })
})

describe('figure reference', () => {
  it('prints the example of DATA §1', () => {
    const address = {
      city: '510700',
      series: seriesKey({ indicator: 'gdp', measure: 'level', accumulation: 'ytd' }),
      region: '510700',
      period: '2022Q1',
      vintage: 1,
    }
    expect(printFigureRef(address)).toBe('fig:510700/gdp.level.ytd.official/510700/2022Q1@1')
    expect(parseFigureRef('fig:510700/gdp.level.ytd.official/510700/2022Q1@1')).toEqual(address)
  })

  it('is parsed back for any key, region and period, the joint months too', () => {
    const anyPeriod = fc.constantFrom('2022', '2022H1', '2022Q1', '2022-03', '2022-01/02', '2022-04上', '2022-04-26')
    const anyRegion = fc.constantFrom('510700', '510703001', 'my-gaoxin', '000000')
    fc.assert(
      fc.property(
        anySeries,
        anyRegion,
        anyPeriod,
        fc.integer({ min: 1, max: 9 }),
        (series, region, period, vintage) => {
          const address = { city: '510700', series, region, period, vintage }
          expect(parseFigureRef(printFigureRef(address))).toEqual(address)
        },
      ),
      { numRuns: runs },
    )
  })

  it.each([
    'gdp',
    'fig:510700/gdp.level.ytd.official/510700/2022Q1',
    'fig:510700/gdp.level.ytd.official/510700/2022Q1@0',
    'fig:510700/gdp.level.ytd.official/510700/2022Q5@1',
    'fig:510700/gdp.level.ytd.official/510700/2022Q1@1@1',
  ])('%s points at nothing', (text) => {
    expect(parseFigureRef(text)).toBeNull()
  })
})
