import { describe, expect, it } from 'vitest'
import { planBounds, typedBounds } from './plan-bounds.ts'

const LEVERS = [
  { code: 'tax', label: '税收', unitShown: '万元', value: 100, direction: 1 as const },
  { code: 'energy', label: '能耗', unitShown: '吨标煤', value: 50, direction: -1 as const },
]

describe('bounds a person sets', () => {
  it('begin a fifth on, on the side that is better', () => {
    expect(planBounds(LEVERS)).toEqual({ tax: '120', energy: '40' })
    expect(planBounds([{ ...LEVERS[0], value: -10 } as (typeof LEVERS)[0]])).toEqual({ tax: '-8' })
  })

  it('are read as typed; an empty one leaves the value as it is', () => {
    expect(typedBounds(LEVERS, { tax: '1,200', energy: '' })).toEqual([
      { code: 'tax', least: 100, most: 1200 },
      { code: 'energy', least: 50, most: 50 },
    ])
  })

  it('that are no number are not sent', () => {
    expect(typedBounds(LEVERS, { tax: '多一点', energy: '40' })).toBeNull()
  })
})
