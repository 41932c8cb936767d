import { type Issue, issues, NATIONAL_TOPICS, type Score, scores } from '@yundiao/domains/business-environment'
import type { LocalDate } from '@yundiao/kernel'
import { regions } from '../regions.ts'
import { DEMO_NOTE, type DemoEntry, demoId } from './entry.ts'

type State = (typeof issues.states)[number]
type Row = readonly [
  region: string,
  state: State,
  foundOn: LocalDate,
  dueOn: LocalDate | null,
  values: Partial<Issue> & { problem: string },
]

const LINE = '12345热线'
const VISIT = '明察暗访'

/** Invented problems: overdue, due on the day, without a day, waiting to be checked, closed with and without evidence. */
const ROWS: readonly Row[] = [
  [
    '510703',
    '整改中',
    '2022-03-14',
    '2022-04-15',
    {
      problem: '演示：企业开办窗口要求重复提交章程',
      source: LINE,
      sourceNumber: '演示工单0314-07',
      indicator: '开办企业',
      article: '第十九条（企业登记）',
      responsible: 'scjgj',
      measure: '取消重复材料，更新一次性告知单',
    },
  ],
  [
    '510703',
    '待核',
    '2022-03-02',
    '2022-04-20',
    {
      problem: '演示：施工许可图审环节超出承诺时限',
      source: VISIT,
      indicator: '办理建筑许可',
      responsible: 'zjw',
      measure: '并联图审',
      progress: '已并联办理',
      evidence: '办件抽查记录 12 件',
    },
  ],
  [
    '510703',
    '已销号',
    '2022-02-16',
    '2022-03-31',
    {
      problem: '演示：办税厅预约号不足',
      source: LINE,
      indicator: '纳税',
      responsible: 'u-510703',
      evidence: '增设窗口照片和回访单',
      evidenceFile: '演示佐证2022-03',
    },
  ],
  [
    '510704',
    '待整改',
    '2022-04-18',
    '2022-05-18',
    {
      problem: '演示：水电气报装仍需分头跑',
      source: '企业反映',
      indicator: '获得用水用气',
      responsible: 'zwfw',
      article: '第三十七条（一网通办）',
    },
  ],
  [
    '510704',
    '整改中',
    '2022-03-21',
    '2022-04-26',
    {
      problem: '演示：招标文件设置本地业绩加分',
      source: '上级反馈',
      sourceNumber: '演示函〔2022〕3号',
      indicator: '招标投标',
      responsible: 'fgw',
    },
  ],
  [
    '510704',
    '已销号',
    '2022-01-20',
    '2022-02-28',
    { problem: '演示：不动产抵押登记排队过长', source: LINE, indicator: '登记财产', responsible: 'zrzy' },
  ],
  [
    '510705',
    '待整改',
    '2022-04-20',
    null,
    { problem: '演示：园区道路占用影响物流车辆进出', source: LINE, sourceNumber: '演示工单0420-15', responsible: null },
  ],
  [
    '510705',
    '整改中',
    '2022-03-10',
    '2022-04-08',
    {
      problem: '演示：拖欠中小企业工程款一笔',
      source: '企业反映',
      indicator: '执行合同',
      article: '第三十二条（不得拖欠账款）',
      responsible: 'u-510705',
      measure: '列入还款计划',
    },
  ],
  [
    '510781',
    '整改中',
    '2022-02-25',
    '2022-03-31',
    {
      problem: '演示：同一企业一月内三次上门检查',
      source: VISIT,
      indicator: '市场监管',
      article: '第五十四条（双随机、一公开）',
      responsible: 'scjgj',
      measure: '合并检查计划',
    },
  ],
  [
    '510781',
    '待核',
    '2022-03-08',
    '2022-04-22',
    {
      problem: '演示：项目环评中介由部门指定',
      source: '企业反映',
      indicator: '办理建筑许可',
      article: '第四十三条（不得强制中介）',
      responsible: 'u-510781',
      progress: '已撤销指定',
      evidence: '公开选取公告',
    },
  ],
  [
    '510781',
    '已销号',
    '2022-02-08',
    '2022-03-15',
    {
      problem: '演示：电力报装收费未公示',
      source: '上级反馈',
      indicator: '获得电力',
      article: '第二十五条（收费目录清单）',
      responsible: 'fgw',
      evidence: '收费目录公示页',
      evidenceFile: '演示佐证2022-05',
    },
  ],
  [
    '510781',
    '待整改',
    '2022-04-22',
    '2022-05-10',
    { problem: '演示：政策兑现申报入口找不到', source: LINE, indicator: '政务服务', responsible: 'jxj' },
  ],
  [
    '510722',
    '整改中',
    '2022-03-17',
    '2022-04-18',
    { problem: '演示：小微企业贷款首贷材料要求不一', source: '评价反馈', indicator: '获得信贷', responsible: 'jrj' },
  ],
  [
    '510722',
    '已销号',
    '2022-01-25',
    '2022-03-01',
    {
      problem: '演示：中介服务事项未上网',
      source: '自查',
      indicator: '政务服务',
      responsible: 'u-510722',
      evidence: '事项上线截图',
    },
  ],
  [
    '510723',
    '待整改',
    '2022-04-12',
    '2022-05-12',
    { problem: '演示：窗口周末延时服务未落实', source: VISIT, indicator: '政务服务', responsible: 'u-510723' },
  ],
  [
    '510725',
    '整改中',
    '2022-03-28',
    '2022-04-28',
    { problem: '演示：投诉回复只答程序不答问题', source: LINE, indicator: '政务服务', responsible: 'u-510725' },
  ],
  [
    '510726',
    '待核',
    '2022-03-15',
    '2022-04-25',
    {
      problem: '演示：景区商户证照联办未打通',
      source: '企业反映',
      indicator: '开办企业',
      responsible: 'u-510726',
      evidence: '联办流程图和首件办结单',
    },
  ],
  [
    '510727',
    '待整改',
    '2022-04-14',
    null,
    { problem: '演示：偏远乡镇自助终端离线', source: '自查', indicator: '政务服务', responsible: 'u-510727' },
  ],
  [
    'my-gaoxin',
    '整改中',
    '2022-03-22',
    '2022-04-22',
    {
      problem: '演示：人才公寓申请材料重复',
      source: '企业反映',
      indicator: '包容普惠创新',
      responsible: 'u-my-gaoxin',
    },
  ],
  [
    'my-gaoxin',
    '已销号',
    '2022-02-18',
    '2022-03-25',
    {
      problem: '演示：专利预审网点未设',
      source: '评价反馈',
      indicator: '知识产权创造保护运用',
      responsible: 'scjgj',
      evidence: '网点设立批复',
      evidenceFile: '演示批复2022-11',
    },
  ],
  [
    'my-jingkai',
    '整改中',
    '2022-03-30',
    '2022-04-24',
    {
      problem: '演示：停产整治未区分企业情况',
      source: '上级反馈',
      indicator: '市场监管',
      article: '第五十九条（不得一刀切停产停业）',
      responsible: 'u-my-jingkai',
    },
  ],
  [
    'my-jingkai',
    '待核',
    '2022-03-11',
    '2022-04-20',
    {
      problem: '演示：通关单证咨询无人应答',
      source: LINE,
      indicator: '跨境贸易',
      responsible: 'swj',
      evidence: '值班表和抽测录音',
    },
  ],
]

const blank = (fields: Readonly<Record<string, unknown>>): Record<string, null> =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, null]))

/** A closed one was finished early in the month it was due. */
const earlyIn = (day: LocalDate): LocalDate => `${day.slice(0, 8)}${day.slice(8) > '05' ? '05' : '01'}` as LocalDate

const issueEntry = ([region, state, foundOn, dueOn, values]: Row, at: number): DemoEntry => {
  const isDone = state === '已销号' && dueOn !== null
  return {
    ledger: issues.id,
    id: demoId('reform', at + 1),
    region,
    state,
    values: {
      ...blank(issues.fields),
      foundOn,
      dueOn,
      ...values,
      finishedOn: isDone ? earlyIn(dueOn) : null,
      closedOn: isDone ? dueOn : null,
      checkedBy: isDone ? 'zwfw' : null,
      remark: DEMO_NOTE,
    },
    knownFrom: isDone ? dueOn : foundOn,
    demo: true,
  }
}

const COUNTIES = regions.filter(({ kind }) => kind === 'county')

/** Scores of counties by topic, invented; a few were not assessed. */
const scoreEntry = (county: (typeof COUNTIES)[number], at: number, topic: string, which: number): DemoEntry => {
  const isLacking = (at * 7 + which * 5) % 41 === 3
  const values: Score = {
    ...(blank(scores.fields) as unknown as Score),
    name: `${county.shortName}（演示）`,
    year: 2021,
    indicator: topic as Score['indicator'],
    score: isLacking ? null : 57 + ((at * 17 + which * which * 5 + which * 11) % 39) + ((at * 3 + which) % 10) / 10,
    source: '部门业务',
    assessor: '演示评估单位',
    assessedOn: '2022-03-18',
    evidence: isLacking ? null : '演示核验底稿',
    remark: DEMO_NOTE,
  }
  return {
    ledger: scores.id,
    id: demoId('environment', at * 100 + which + 1),
    region: county.code,
    state: isLacking ? '退回修改' : '已核实',
    values: { ...values, score: values.score === null ? null : Number(values.score.toFixed(1)) },
    knownFrom: '2022-03-25',
    demo: true,
  }
}

/** Problems of the business environment, and scores of counties by topic. */
export const environmentEntries: readonly DemoEntry[] = [
  ...ROWS.map(issueEntry),
  ...COUNTIES.flatMap((county, at) => NATIONAL_TOPICS.map((topic, which) => scoreEntry(county, at, topic, which))),
]
