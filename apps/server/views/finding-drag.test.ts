import { expect, it } from 'vitest'
import { dragIndicator } from './drag-options.ts'
import { dragFor } from './finding-drag.ts'

const CITY = '510700'
type Asked = Parameters<typeof dragFor>[0]
const of = (kind: Asked['kind'], indicator: string, region = CITY, mark: Asked['mark'] = null) =>
  dragFor({ kind, indicator, region, mark }, CITY, null)

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

it('sends a county’s reader to what they can see: not to the city shared out over counties', () => {
  const asked = { kind: 'slowing', indicator: 'retail', region: CITY, mark: null } as const
  expect(dragFor(asked, CITY, null)).toMatchObject({ ask: 'counties' })
  expect(dragFor(asked, CITY, '510781')).toBeNull()
  expect(dragFor({ ...asked, indicator: 'fai' }, CITY, '510781')).toMatchObject({ ask: 'projects' })
})
