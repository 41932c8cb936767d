import { expect, it } from 'vitest'
import type { IndicatorView } from '../../api/types.ts'
import { unreleasedRefs } from './unreleased.ts'

const point = (ref: string, state: 'reported' | 'approved' | 'released') => ({ region: '510700', fig: { ref, state } })

it('names what is told and not yet released, and nothing else', () => {
  const view = {
    series: [
      { points: [point('a', 'released'), point('b', 'reported')] },
      { points: [point('c', 'approved')] },
      { points: [] },
    ],
  } as unknown as IndicatorView
  expect(unreleasedRefs(view)).toEqual(['b', 'c'])
})
