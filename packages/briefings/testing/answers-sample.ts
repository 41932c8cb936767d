import type { AnswerDrag, AnswerLine, AnswerPlace, AnswersInput, AnswerTask } from '../answers/answer-input.ts'
import type { BoundNumber } from '../review-input.ts'

const figure = (region: string, series: string, period: string, shown: string, mark?: '演示'): BoundNumber => ({
  ref: `fig:510700/${series}/${region}/${period}@1`,
  shown,
  ...(mark ? { mark } : {}),
})

const rate = (indicator: string, region: string, period: string, shown: string): BoundNumber =>
  figure(region, `${indicator}.growth-real.ytd.department~演示`, period, shown, '演示')

type Rates = readonly [now: string, before: string, lastYear: string]

const line = (indicator: string, label: string, region: string, [now, before, lastYear]: Rates): AnswerLine => ({
  indicator,
  label,
  unit: '亿元',
  growth: rate(indicator, region, '2022Q1', now),
  wider: rate(indicator, '510700', '2022Q1', '6.6'),
  before: rate(indicator, region, '2021', before),
  lastYear: rate(indicator, region, '2021Q1', lastYear),
})

const task = (part: Partial<AnswerTask> & Pick<AnswerTask, 'kind' | 'state' | 'title' | 'words'>): AnswerTask => ({
  link: part.kind === 'item' ? { item: part.title } : { entry: `projects.project/${part.title}` },
  unit: '江油市',
  demo: true,
  ...part,
})

const OUTPUT: AnswerDrag = {
  kind: 'output',
  count: 12,
  change: -3.21e8,
  groups: [{ name: '黑色金属冶炼和压延加工业', change: -2.1e8, entry: null, demo: false }],
  parts: [
    { name: '甲厂', change: -1.2e8, entry: 'enterprises.dispatch/a', demo: true },
    { name: '乙厂', change: -4.2e7, entry: 'enterprises.dispatch/b', demo: true },
  ],
  inputs: ['entry:enterprises.dispatch/a', 'entry:enterprises.dispatch/b'],
}
const INVESTMENT: AnswerDrag = {
  kind: 'investment',
  count: 2,
  change: 5e6,
  groups: [],
  parts: [{ name: '丙项目', change: -1e6, entry: 'projects.project/c', demo: false }],
  inputs: ['entry:projects.project/c'],
}

const place = (id: string, name: string, gdp: Rates | null, tasks: readonly AnswerTask[] = []): AnswerPlace => ({
  id,
  name,
  kind: 'county',
  words: [name.slice(0, 2)],
  lines: [
    gdp
      ? line('gdp', '地区生产总值', id, gdp)
      : { indicator: 'gdp', label: '地区生产总值', unit: '亿元', gap: '未公布' },
    { indicator: 'inc_u', label: '城镇居民人均可支配收入', unit: '元', gap: '未公布' },
  ],
  tasks,
  findings: [],
  drags: tasks.length === 0 ? [] : [OUTPUT, INVESTMENT],
  sees: { projects: true, enterprises: true },
})

const JIANGYOU: readonly AnswerTask[] = [
  task({ kind: 'project', state: '欠序时', title: '甲项目（演示）', words: '完成年度计划12%，欠序时13个百分点' }),
  task({ kind: 'project', state: '应开未开', title: '乙项目', words: '计划3月开工', unit: null }),
  task({ kind: 'item', state: '逾期', title: '清理闲置土地', words: '完成时限3月31日' }),
  task({ kind: 'matter', state: '待答复', title: '协调用电', words: '3月28日提出，已29天' }),
]

/** A few counties, one of them falling, with made-up numbers; a unit and two indicators of the city. */
export const answersSample: AnswersInput = {
  city: { code: '510700', name: '绵阳市' },
  seesAllPlaces: true,
  periodWords: '2022年一季度',
  asKnownOn: '2022-04-26',
  places: [
    place('510703', '涪城区', ['7.1', '8.0', '15.1']),
    place('510781', '江油市', ['5.8', '8.4', '16.0'], JIANGYOU),
    place('510722', '三台县', ['6.6', '7.9', '14.0']),
    place('510723', '盐亭县', ['6.1', '6.0', '13.2']),
    place('510727', '平武县', null),
  ],
  units: [
    {
      id: 'jxj',
      name: '市经信局',
      words: ['工业和信息化'],
      lines: [
        {
          indicator: 'iva',
          label: '规模以上工业增加值',
          unit: '%',
          growth: figure('510700', 'iva.growth-real.ytd.official', '2022Q1', '8.9'),
          wider: figure('510000', 'iva.growth-real.ytd.official', '2022Q1', '8.1'),
        },
        { indicator: 'tech_inv', label: '技改投资', unit: '%', gap: '缺' },
      ],
      tasks: [
        task({
          kind: 'item',
          state: '欠序时',
          title: '链主企业培育',
          words: '截至4月25日：已列名单',
          unit: '市经信局',
        }),
      ],
      findings: [],
    },
  ],
  indicators: [
    {
      id: 'iva',
      name: '规模以上工业增加值',
      words: ['规上工业'],
      line: {
        indicator: 'iva',
        label: '规模以上工业增加值',
        unit: '%',
        growth: figure('510700', 'iva.growth-real.ytd.official', '2022Q1', '8.9'),
        wider: figure('510000', 'iva.growth-real.ytd.official', '2022Q1', '8.1'),
      },
      told: [
        { text: '规模以上工业增加值' },
        { figure: 'fig:510700/iva.growth-real.ytd.official/510700/2022Q1@1', shown: '同比增长8.9%' },
      ],
      vsTarget: '待明确',
      target: { words: '年度目标', inner: false },
      vsLastPeriod: { formula: { id: 'growth.difference', version: 1, inputs: ['fig:a', 'fig:b'] }, shown: '-1.2' },
      vsLastYear: null,
      required: null,
      leadUnit: '市经信局',
      parts: [],
      tasks: [],
      findings: [],
    },
    {
      id: 'gdp',
      name: '地区生产总值',
      words: ['GDP'],
      line: {
        indicator: 'gdp',
        label: '地区生产总值',
        unit: '亿元',
        level: figure('510700', 'gdp.level.ytd.official', '2022Q1', '784.28'),
        growth: figure('510700', 'gdp.growth-real.ytd.official', '2022Q1', '6.6'),
        wider: figure('510000', 'gdp.growth-real.ytd.official', '2022Q1', '5.3'),
      },
      told: [
        { text: '地区生产总值' },
        { figure: 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1', shown: '784.28亿元' },
        { text: '，' },
        { figure: 'fig:510700/gdp.growth-real.ytd.official/510700/2022Q1@1', shown: '同比增长6.6%' },
      ],
      target: { words: '年度目标', inner: false },
      vsTarget: { formula: { id: 'target.difference', version: 1, inputs: ['fig:c'] }, shown: '-0.4' },
      vsLastPeriod: null,
      vsLastYear: null,
      required: { formula: { id: 'target.required', version: 1, inputs: ['fig:c'] }, shown: '7.1' },
      leadUnit: null,
      parts: [
        {
          name: '第二产业',
          pull: { formula: { id: 'contribution', version: 1, inputs: ['fig:d'] }, shown: '拉动3.0个百分点' },
        },
      ],
      tasks: [],
      findings: [],
    },
  ],
}
