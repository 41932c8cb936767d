import type { Cite, Grade } from '@yundiao/kernel'

/** An office that reports, leads or helps. `region` is set where it speaks for a county or zone. */
export type PackUnit = {
  id: string
  name: string
  short: string
  kind: 'party' | 'government' | 'department' | 'county' | 'park'
  region: string | null
  grade: Grade
  cite: Cite
}

const RED_AND_BLACK: Cite = {
  document: '绵阳市2022年一季度红黑榜报道',
  url: 'https://is0817.com/archiver/tid-115034.html',
}
const READOUT: Cite = { document: '绵阳新闻网：市委召开常委会（扩大）会议', date: '2022-04-26' }
const LIKELY: Cite = { document: '会议通稿分工推定（待本市核定）' }

type Listed = readonly [id: string, name: string, short: string]

const listed = (kind: PackUnit['kind'], grade: Grade, cite: Cite, list: readonly Listed[]): PackUnit[] =>
  list.map(([id, name, short]) => ({ id, name, short, kind, region: null, grade, cite }))

const DEPARTMENTS: readonly Listed[] = [
  ['fgw', '绵阳市发展和改革委员会', '市发改委'],
  ['jxj', '绵阳市经济和信息化局', '市经信局'],
  ['tjj', '绵阳市统计局', '市统计局'],
  ['swj', '绵阳市商务局', '市商务局'],
  ['czj', '绵阳市财政局', '市财政局'],
  ['jrj', '绵阳市金融局', '市金融局'],
  ['zjw', '绵阳市住建部门', '市住建部门'],
  ['jhj', '绵阳市经合局', '市经合局'],
  ['scjgj', '绵阳市市场监督管理局', '市市场监管局'],
  ['wglj', '绵阳市文广旅局', '市文广旅局'],
  ['zrzy', '绵阳市自然资源和规划局', '市自然资源和规划局'],
  ['zwfw', '绵阳市政务服务监管局(行政审批局)', '市政务服务监管局'],
  ['cg', '绵阳市城管部门', '市城管'],
  ['rsj', '绵阳市人社局', '市人社局'],
  ['wjw', '绵阳市卫健委', '市卫健委'],
  ['gaj', '绵阳市公安局', '市公安局'],
  ['jtj', '绵阳市交通局', '市交通局'],
  ['yjj', '绵阳市应急局', '市应急局'],
  ['slj', '绵阳市水利局', '市水利局'],
]

const COUNTY_GOVERNMENTS: readonly (readonly [region: string, name: string, short: string])[] = [
  ['510703', '涪城区人民政府', '涪城区'],
  ['510704', '游仙区人民政府', '游仙区'],
  ['510705', '安州区人民政府', '安州区'],
  ['510781', '江油市人民政府', '江油市'],
  ['510722', '三台县人民政府', '三台县'],
  ['510723', '盐亭县人民政府', '盐亭县'],
  ['510725', '梓潼县人民政府', '梓潼县'],
  ['510726', '北川羌族自治县人民政府', '北川县'],
  ['510727', '平武县人民政府', '平武县'],
]

const PARKS: readonly (readonly [region: string, name: string, short: string])[] = [
  ['my-xinqu', '绵阳科技城新区', '科技城新区'],
  ['my-gaoxin', '绵阳高新技术产业开发区', '高新区'],
  ['my-jingkai', '绵阳经济技术开发区', '经开区'],
  ['my-xianhai', '仙海区', '仙海区'],
  ['my-kechuang', '绵阳科创区(科教创业园区)', '科创区'],
]

const placed = (kind: 'county' | 'park', list: typeof PARKS, cite: Cite): PackUnit[] =>
  list.map(([region, name, short]) => ({ id: `u-${region}`, name, short, kind, region, grade: 'B', cite }))

/** Offices named in the sources. Full names of departments known only by a short name follow it and are graded D. */
export const units: readonly PackUnit[] = [
  ...listed('party', 'B', READOUT, [['sw', '中共绵阳市委', '市委']]),
  ...listed('party', 'B', RED_AND_BLACK, [['mbjx', '绵阳市委目标绩效管理办公室', '市委目标绩效办']]),
  ...listed('party', 'D', LIKELY, [
    ['swb', '绵阳市委办公室', '市委办'],
    ['zzb', '绵阳市委组织部', '市委组织部'],
  ]),
  ...listed('government', 'D', LIKELY, [
    ['dcs', '绵阳市政府督查室', '市政府督查室'],
    ['ab', '绵阳市安办', '市安办'],
    ['yqzhb', '绵阳市应对新冠肺炎疫情应急指挥部', '应急指挥部'],
  ]),
  ...listed('department', 'D', LIKELY, DEPARTMENTS),
  ...placed('county', COUNTY_GOVERNMENTS, { document: 'GB/T 2260 县级行政区' }),
  ...placed('park', PARKS, { document: 'data/admin/mianyang_functional_zones.csv' }),
]
