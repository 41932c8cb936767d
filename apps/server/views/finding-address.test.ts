import { expect, it } from 'vitest'
import { findingOf } from './finding-address.ts'

it.each([
  ['slowing:va3:510700:2022Q1', '2022年一季度研判要点', { indicator: 'va3', region: '510700', period: '2022Q1' }],
  // 1—2月 profits stand in the list of the first quarter, and in that of 1—2月.
  ['slowing:ind_profit:510700:2022-02', '2022年一季度研判要点', { indicator: 'ind_profit', period: '2022Q1' }],
  ['slowing:ind_profit:510700:2022-02', '2022年1—2月研判要点', { indicator: 'ind_profit', period: '2022-02' }],
  ['slowing:out_ind{industry=C39}:510781:2022Q1', '2022年一季度研判要点', { indicator: 'out_ind', region: '510781' }],
  ['slowing:gdp:510700:2021', '改过的依据', { period: '2021' }],
])('%s of %s', (sourceNumber, sourceTitle, at) =>
  expect(findingOf({ sourceKind: 'finding', sourceNumber, sourceTitle })).toMatchObject(at),
)

it('an item of another source has no finding', () =>
  expect(findingOf({ sourceKind: 'readout', sourceNumber: 'a:b:c:d', sourceTitle: null })).toBeNull())
