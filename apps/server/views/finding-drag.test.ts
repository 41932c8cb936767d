import { expect, it } from 'vitest'
import { dragIndicator } from './drag-options.ts'
import { dragOf } from './finding-drag.ts'

const CITY = '510700'
const of = (kind: Parameters<typeof dragOf>[0]['kind'], indicator: string, region = CITY, mark: '演示' | null = null) =>
  dragOf({ kind, indicator, region, mark }, CITY)

it.each([
  [of('slowing', 'gdp'), { ask: 'parts', indicator: 'gdp', by: 'last-period', region: null }],
  [of('below-province', 'gdp'), { ask: 'parts', indicator: 'gdp', by: 'province', region: null }],
  // Demonstration figures have no parts.
  [of('slowing', 'gdp', CITY, '演示'), { ask: 'counties', indicator: 'gdp', by: 'last-period', region: null }],
  [of('counties-behind', 'gdp'), { ask: 'counties', indicator: 'gdp', by: 'city-mean', region: null }],
  [of('slowing', 'gdp', '510781'), { ask: 'enterprises', indicator: 'output', by: null, region: '510781' }],
  [of('turned-negative', 'fai', '510781'), { ask: 'projects', indicator: 'investment', by: null, region: '510781' }],
  [of('falling-streak', 'iva'), { ask: 'enterprises', indicator: 'output', by: null, region: null }],
  [of('slowing', 'va3'), null],
  [of('below-province', 'ind_profit'), null],
])('%j', (got, want) => {
  expect(got).toEqual(want)
  if (got) expect(dragIndicator(got.ask, got.indicator)).toBe(got.indicator)
})
