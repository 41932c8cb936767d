import { expect, it } from 'vitest'
import type { IndicatorView } from '../../api/types.ts'
import { releaseCandidates } from './unreleased.ts'

const point = (region: string, round: string | null) => ({
  region,
  period: '2022Q1',
  periodWords: '2022年一季度',
  starts: '2022-01-01',
  ends: '2022-03-31',
  fig: {
    ref: `fig:${region}${round ?? ''}`,
    value: 1,
    shown: '1',
    unitShown: '%',
    round,
    mark: null,
    knownOn: '2022-04-26',
    vintage: 1,
  },
  vintages: [],
})
const VIEW: IndicatorView = {
  indicator: { code: 'iva', name: '规上工业增加值', unitShown: '%', note: null, leadUnit: null },
  regions: [
    { code: '000000', name: '全国', kind: 'nation' },
    { code: '510700', name: '绵阳', kind: 'city' },
    { code: '510781', name: '江油', kind: 'county' },
    { code: 'my-jingkai', name: '经开区', kind: 'zone' },
  ],
  series: [
    {
      key: 'iva.growth-real.ytd.department',
      measure: 'growth-real',
      measureLabel: '同比增速（部门数）',
      origin: 'department',
      concept: 'default',
      unitShown: '%',
      points: [
        point('000000', null),
        point('510700', null),
        point('510700', 'preliminary'),
        point('510781', null),
        point('my-jingkai', null),
      ],
    },
  ],
  breaks: [],
  targets: [],
}

it.each([
  ['the city’s offices: city, counties, parks', null, ['fig:510700', 'fig:510781', 'fig:my-jingkai']],
  ['a county: its own', { code: '510781', name: '江油' }, ['fig:510781']],
] as const)('figures told by hand may wait for release. %s', (_, region, refs) =>
  expect(releaseCandidates(VIEW, { region })).toEqual(refs),
)
