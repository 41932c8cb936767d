import { expect, it } from 'vitest'
import { fixture } from '../testing/fixture.ts'
import { sobolIndices } from './sobol.ts'

type Ishigami = { N: number; d: number; y: number[]; Si: number[]; STi: number[] }

it('has COINr’s indices on the stored sample of the Ishigami function', () => {
  const { N, d, y, Si, STi } = fixture<Ishigami>('sobol-ishigami')
  const run = (k: number): number[] => y.slice(k * N, (k + 1) * N)
  const { first, total } = sobolIndices(
    run(0),
    run(1),
    Array.from({ length: d }, (_, i) => run(i + 2)),
  )
  Si.forEach((want, i) => {
    expect(first[i]).toBeCloseTo(want, 12)
  })
  STi.forEach((want, i) => {
    expect(total[i]).toBeCloseTo(want, 12)
  })
})

it('is 0 where nothing varies', () => {
  expect(sobolIndices([2, 2], [2, 2], [[2, 2]])).toEqual({
    first: [0],
    total: [0],
    firstError: [0],
    totalError: [0],
  })
})
