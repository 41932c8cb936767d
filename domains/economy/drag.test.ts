import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againstRate, type Drag, type DragPart, gapDrag, type Known, pullDrag, valueDrag } from './drag.ts'

const known = (value: number | null): Known | null => (value === null ? null : { value, ref: `fig:${value}` })
const part = (
  key: string,
  level: number | null,
  growth: number | null,
  besideLevel: number | null = null,
  besideGrowth: number | null = null,
): DragPart => ({
  key,
  name: key,
  beside: '全省',
  level: known(level),
  growth: known(growth),
  besideLevel: known(besideLevel),
  besideGrowth: known(besideGrowth),
})
const drag = (outcome: ReturnType<typeof pullDrag>): Drag => {
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome
}
const total = ({ lines, rest }: Drag): number => lines.reduce((sum, line) => sum + line.effect, rest)

// 绵阳 2022年一季度, as published: 784.28 亿元, 6.6 %; 四川 14 000 at 5.3 % is made up here for the arithmetic alone.
const whole = part('绵阳', 784.28, 0.066)
const parts = [part('一产', 51.15, 0.045), part('二产', 310.31, 0.076), part('三产', 422.82, 0.062)]

describe('pullDrag', () => {
  it('三次产业: pulls and what rounding leaves add up to the published growth', () => {
    const got = drag(pullDrag(whole, parts))
    expect(got.lines.map(({ effect }) => Math.round(effect * 1e4) / 100)).toEqual([0.3, 2.98, 3.36])
    expect(total(got)).toBeCloseTo(0.066, 12)
    expect(Math.abs(got.rest)).toBeLessThan(0.001)
    expect(got.lines[0]?.inputs).toEqual(['fig:51.15', 'fig:0.045'])
  })
  // 广安区 2021: GDP +8.1, contributions 14.2/15.7/70.1 %, pulls 1.2/1.3/5.6 as printed.
  const guangan = (
    [
      ['一产', 0.012, 0.142],
      ['二产', 0.013, 0.157],
      ['三产', 0.056, 0.701],
    ] as const
  ).map(
    ([key, pull, contribution]): DragPart => ({
      ...part(key, null, null),
      pull: known(pull),
      contribution: known(contribution),
    }),
  )
  it('广安区 2021: published pulls and contributions stand as printed and need no amounts', () => {
    const got = drag(pullDrag(part('广安区', null, 0.081), guangan))
    expect(got.lines.map(({ effect, share }) => [effect, share])).toEqual([
      [0.012, 0.142],
      [0.013, 0.157],
      [0.056, 0.701],
    ])
    expect(got.rest).toBeCloseTo(0, 12)
    expect(got.lines[2]?.published).toEqual({ pull: 'fig:0.056', contribution: 'fig:0.701', ours: null })
  })
  it('a published pull stands in place of ours, ours beside it; the others stay ours', () => {
    const [first, second, third] = parts
    if (!first || !second || !third) throw new Error('three parts')
    const got = drag(pullDrag(whole, [first, { ...second, pull: known(0.031) }, third]))
    expect(got.lines.map(({ effect }) => Math.round(effect * 1e4) / 100)).toEqual([0.3, 3.1, 3.36])
    expect(got.lines[1]?.published?.ours).toBeCloseTo(0.0298, 4)
    expect([got.lines[0]?.published, got.lines[2]?.published]).toEqual([undefined, undefined])
    expect(total(got)).toBeCloseTo(0.066, 12)
  })
  it('a published contribution alone gives the pull by the growth of the whole; a part with neither is refused', () => {
    const alone = guangan.map(({ pull: _, ...one }) => one)
    const got = drag(pullDrag(part('广安区', null, 0.081), alone))
    expect(got.lines[2]).toMatchObject({ formula: 'part.pull-of-share', inputs: ['fig:0.701', 'fig:0.081'] })
    expect(got.lines[2]?.effect).toBeCloseTo(0.701 * 0.081, 12)
    expect(pullDrag(part('广安区', null, 0.081), [...alone.slice(1), part('一产', null, null)])).toMatchObject({
      kind: 'refused',
    })
  })
  it('names what lacks', () =>
    expect(pullDrag(whole, [...parts, part('四产', null, null)])).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('四产总量、四产增速'),
    }))
})

describe('gapDrag', () => {
  const beside = parts.map((one, at) => part(one.key, one.level?.value ?? 0, one.growth?.value ?? 0, 10 + at, 0.05))
  it('against another whole: structure and rate of each, the published gap in all', () => {
    const got = drag(gapDrag(part('绵阳', null, 0.066, null, 0.053), beside))
    expect(got.effect).toBeCloseTo(0.013, 12)
    expect(total(got)).toBeCloseTo(0.013, 12)
    for (const { effect, made } of got.lines) expect((made.structure ?? 0) + (made.rate ?? 0)).toBeCloseTo(effect, 12)
  })
})

describe('againstRate', () => {
  it('against the growth of all: who is below takes away', () => {
    const got = drag(againstRate(whole, parts, { value: 0.066, ref: 'fig:city' }))
    expect(got.effect).toBe(0)
    expect(got.lines.map(({ effect }) => Math.sign(effect))).toEqual([-1, 1, -1])
    expect(got.lines.map(({ share }) => share)).toEqual([null, null, null])
    expect(total(got)).toBeCloseTo(0, 12)
    expect(got.lines[0]?.inputs).toContain('fig:city')
  })
})

describe('valueDrag', () => {
  it('volume, mix and price make the change at current prices', () => {
    const got = drag(valueDrag(part('全市', 115, null, 100), [part('甲', 66, 0.05, 60), part('乙', 49, 0.1, 40)]))
    expect(got).toMatchObject({ effect: 15, rest: expect.closeTo(0, 9) })
    for (const { effect, made } of got.lines)
      expect((made.volume ?? 0) + (made.mix ?? 0) + (made.price ?? 0)).toBeCloseTo(effect, 9)
  })
  it('is refused without last year', () =>
    expect(valueDrag(part('全市', 115, null, 100), [part('甲', 66, 0.05)])).toMatchObject({
      kind: 'refused',
      message: '不能归因：缺全省甲总量，未报送或未公布',
    }))
})

it('whatever the figures, lines and rest are the whole', () => {
  const rate = fc.double({ min: -0.4, max: 0.6, noNaN: true })
  const level = fc.double({ min: 1, max: 1e4, noNaN: true })
  const anyPart = fc
    .tuple(level, rate, level, rate)
    .map(([now, growth, then, before]) => part('部分', now, growth, then, before))
  fc.assert(
    fc.property(fc.array(anyPart, { minLength: 1, maxLength: 9 }), anyPart, rate, (some, one, given) => {
      const levels = [one, ...some].reduce(
        (sum, { level: l, besideLevel: b }) => sum + (l?.value ?? 0) + (b?.value ?? 0),
        1,
      )
      for (const outcome of [gapDrag(one, some), againstRate(one, some, { value: given, ref: 'fig:x' })])
        expect(Math.abs(total(drag(outcome)) - drag(outcome).effect)).toBeLessThan(1e-9)
      const value = drag(valueDrag(one, some))
      expect(Math.abs(total(value) - value.effect)).toBeLessThan(1e-9 * levels)
    }),
    { numRuns: 40 },
  )
})
