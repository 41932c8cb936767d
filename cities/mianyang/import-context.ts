import { DIMENSIONS, economyCatalogue, RANKS } from '@yundiao/domains/economy'
import type { ConceptRule, ImportContext, TargetContext } from '@yundiao/figures'
import { CITY, regions, zoneNames } from './regions.ts'

const DISTRICT = '区属口径，不含园区托管街道，与全域口径不可比（data/README、counties.csv 备注）'

/** Rows whose concept (口径) differs from the indicator's usual one. Growth is never formed across them. */
export const conceptRules: readonly ConceptRule[] = [
  { region: '510703', period: '2018', concept: '区属', why: DISTRICT },
  {
    region: 'my-jingkai',
    period: '2019',
    indicator: 'gdp',
    concept: '商务平台',
    why: '商务平台数据口径，与2021年统计口径不可比（counties.csv 备注）',
  },
  {
    region: CITY,
    period: '2014',
    indicator: 'inc_r',
    concept: '农民人均纯收入',
    why: '旧口径农民人均纯收入（mianyang_history.csv 备注）',
  },
]

const codes: ReadonlySet<string> = new Set(regions.map((region) => region.code))

export const importContext: ImportContext = {
  catalogue: economyCatalogue,
  regions: codes,
  zones: zoneNames,
  concepts: conceptRules,
  dimensions: DIMENSIONS,
  ranks: RANKS,
  mapping: 'mianyang.indicators.1',
}

const GOVERNMENT_REPORT = { layer: '人代会', concepts: {} } as const

/** The documents the year-start targets come from; a set whose layer no source states has none. */
export const targetContext: TargetContext = {
  catalogue: economyCatalogue,
  regions: codes,
  documents: [
    {
      region: '000000',
      year: 2022,
      owner: '全国',
      document: '2022年国务院政府工作报告',
      publicOn: '2022-03-05',
      ...GOVERNMENT_REPORT,
    },
    {
      region: '510000',
      year: 2022,
      owner: '四川省',
      document: '2022年四川省政府工作报告',
      publicOn: null,
      ...GOVERNMENT_REPORT,
    },
    {
      region: '510000',
      year: 2024,
      owner: '四川省',
      document: '2024年四川省政府工作报告',
      publicOn: null,
      ...GOVERNMENT_REPORT,
    },
    {
      region: CITY,
      year: 2023,
      owner: '绵阳市',
      document: '2023年绵阳市政府工作报告',
      publicOn: '2023-01-03',
      ...GOVERNMENT_REPORT,
    },
    {
      region: CITY,
      year: 2018,
      layer: null,
      owner: '绵阳市',
      document: '2018年1—5月投资情况报道',
      publicOn: null,
      concepts: {},
    },
    {
      region: '510703',
      year: 2019,
      layer: null,
      owner: '涪城区',
      document: '涪城区2019年目标报道（2019年2月19日）',
      publicOn: null,
      concepts: { gdp: '区属' },
    },
  ],
}
