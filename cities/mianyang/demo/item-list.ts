import type { LocalDate } from '@yundiao/kernel'
import { demoId } from './entry.ts'
import { JANUARY, MARCH } from './meetings.ts'
import type { DemoChange } from './record.ts'

/** A real row by its name, for its id is the store's; a demonstration row by its own. */
export type Link = { ledger: string; since?: LocalDate } & ({ name: string } | { entry: string })
type Note = readonly [asOf: LocalDate, percent: number | null, text: string, problems?: string]

export type Sketch = {
  meeting: typeof JANUARY | typeof MARCH
  title: string
  theme: string
  closureKind: 'figure' | 'ledger' | 'product' | 'decision' | 'standing'
  lead: string | null
  assist?: readonly string[]
  region?: string
  leader: string | null
  deadline: LocalDate | null
  deadlineWords: string | null
  measure: string | null
  feedback?: string
  notes?: readonly Note[]
  links?: readonly Link[]
  changes?: readonly (readonly [on: LocalDate, set: DemoChange['set']])[]
}

export const PROJECT = 'projects.project'
const PARCEL = 'land.parcel'

/** Two meetings' items, one in every state the office has a word for on 26 April 2022. */
export const SKETCHES: readonly Sketch[] = [
  {
    // 逾期
    meeting: JANUARY,
    title: '推动惠科模组等重大产业项目完成一季度投资任务',
    theme: 'projects',
    closureKind: 'ledger',
    lead: 'jxj',
    assist: ['fgw', 'u-510703'],
    region: '510703',
    leader: '演示乙',
    deadline: '2022-03-31',
    deadlineWords: '3月底前',
    measure: '完成一季度投资任务',
    notes: [
      ['2022-03-25', 0.6, '设备搬入厂房，安装调试完成六成（演示）。', '进口设备到货推迟（演示）'],
      ['2022-04-25', 0.8, '安装调试完成八成，二季度追赶进度（演示）。', '专业安装人员不足（演示）'],
    ],
    links: [{ ledger: PROJECT, name: '惠科模组项目' }],
  },
  {
    // 欠序时
    meeting: JANUARY,
    title: '江油市上半年新开工工业项目10个',
    theme: 'projects',
    closureKind: 'ledger',
    lead: 'u-510781',
    assist: ['jxj', 'fgw'],
    region: '510781',
    leader: '演示乙',
    deadline: '2022-06-30',
    deadlineWords: '6月底前',
    measure: '新开工工业项目10个',
    notes: [
      ['2022-03-25', 0.2, '已开工2个，另有3个正办理施工许可（演示）。'],
      ['2022-04-25', 0.4, '累计开工4个，其余6个前期手续办理中（演示）。', '2个项目用地指标尚未落实（演示）'],
    ],
    links: [6, 7, 10].map((n) => ({ ledger: PROJECT, entry: demoId('project', 1000 + n), since: '2022-03-25' })),
  },
  {
    // 超序时
    meeting: JANUARY,
    title: '涪城区推进总部楼宇招商和载体盘活',
    theme: 'investment-promotion',
    closureKind: 'ledger',
    lead: 'u-510703',
    assist: ['jhj', 'swj'],
    region: '510703',
    leader: '演示丁',
    deadline: '2022-12-31',
    deadlineWords: '年底前',
    measure: '盘活闲置楼宇5万平方米',
    notes: [
      ['2022-03-25', 0.3, '盘活1.5万平方米（演示）。'],
      ['2022-04-25', 0.46, '累计盘活2.3万平方米，新入驻企业12户（演示）。'],
    ],
  },
  {
    // 达序时
    meeting: JANUARY,
    title: '抓好春季促消费活动',
    theme: 'consumption',
    closureKind: 'product',
    lead: 'swj',
    assist: ['wglj', 'u-510703', 'u-510781'],
    leader: '演示丁',
    deadline: '2022-08-03',
    deadlineWords: '8月上旬前',
    measure: '办好促消费活动10场',
    notes: [
      ['2022-03-25', 0.3, '已举办3场（演示）。'],
      ['2022-04-25', 0.5, '累计举办5场，“五一”期间安排2场（演示）。'],
    ],
  },
  {
    // 长期坚持
    meeting: JANUARY,
    title: '坚持重点项目月调度、季拉练',
    theme: 'projects',
    closureKind: 'standing',
    lead: 'fgw',
    assist: ['jxj', 'tjj'],
    leader: '演示甲',
    deadline: null,
    deadlineWords: '长期坚持',
    measure: '每月调度一次',
    feedback: '每月25日前',
    notes: [['2022-04-25', null, '4月调度已开展，通报欠序时项目（演示）。']],
  },
  {
    // 已办结
    meeting: JANUARY,
    title: '制定园区提质行动年度工作要点',
    theme: 'parks',
    closureKind: 'product',
    lead: 'jxj',
    assist: ['fgw', 'zrzy'],
    leader: '演示乙',
    deadline: '2022-04-30',
    deadlineWords: '4月底前',
    measure: '印发年度工作要点',
    notes: [['2022-03-25', 0.8, '已完成征求意见（演示）。']],
    changes: [
      [
        '2022-04-15',
        {
          state: '已办结',
          closedOn: '2022-04-15',
          closedBy: '督查室（演示）',
          evidence: '演示文号〔2022〕3号，2022-04-12',
        },
      ],
    ],
  },
  {
    // 已销号
    meeting: JANUARY,
    title: '排查整治开发区沿街破损围挡',
    theme: 'urban-rural-environment',
    closureKind: 'decision',
    lead: 'u-my-jingkai',
    assist: ['cg'],
    region: 'my-jingkai',
    leader: '演示戊',
    deadline: '2022-03-31',
    deadlineWords: '3月底前',
    measure: '整治到位',
    notes: [['2022-03-25', 1, '36处全部整治到位（演示）。']],
    changes: [
      ['2022-03-28', { state: '已办结', closedOn: '2022-03-28', closedBy: '督查室（演示）', approver: '演示戊' }],
      ['2022-04-08', { state: '已销号', checkedOn: '2022-04-08', checkWords: '现场核查，整治到位（演示）' }],
    ],
  },
  {
    // 欠序时
    meeting: MARCH,
    title: '规上工业增加值增速保持全省前列',
    theme: 'indicators',
    closureKind: 'figure',
    lead: 'jxj',
    assist: ['tjj', 'u-510703', 'u-510781', 'u-my-jingkai'],
    leader: '演示丙',
    deadline: '2022-06-30',
    deadlineWords: '上半年',
    measure: '上半年规上工业增加值增长9%以上',
    notes: [['2022-04-25', 0.25, '一季度增速已公布，正逐户走访重点企业（演示）。', '部分企业订单下滑（演示）']],
  },
  {
    // 逾期
    meeting: MARCH,
    title: '处置涉嫌闲置土地，完成第一批调查认定',
    theme: 'land',
    closureKind: 'ledger',
    lead: 'zrzy',
    assist: ['u-510703', 'u-510781', 'u-510705'],
    leader: '演示戊',
    deadline: '2022-04-20',
    deadlineWords: '4月20日前',
    measure: '完成第一批调查认定',
    notes: [['2022-04-15', 0.5, '调查通知书全部送达，半数完成认定（演示）。', '个别宗地涉及抵押查封（演示）']],
    links: [1, 2, 3].map((n) => ({ ledger: PARCEL, entry: demoId('parcel', 1000 + n), since: '2022-04-18' })),
  },
  {
    // 超序时
    meeting: MARCH,
    title: '组织政企银对接，解决项目融资需求',
    theme: 'finance',
    closureKind: 'product',
    lead: 'jrj',
    assist: ['jxj', 'fgw'],
    leader: '演示己',
    deadline: '2022-06-30',
    deadlineWords: '6月底前',
    measure: '对接项目40个',
    notes: [['2022-04-25', 0.55, '对接项目22个，达成意向9个（演示）。']],
  },
  {
    // 未启动
    meeting: MARCH,
    title: '经开区连接器产业园配套道路建设',
    theme: 'parks',
    closureKind: 'ledger',
    lead: 'u-my-jingkai',
    assist: ['jtj', 'zrzy'],
    region: 'my-jingkai',
    leader: '演示戊',
    deadline: '2022-09-30',
    deadlineWords: '9月底前',
    measure: '配套道路建成通车',
    links: [{ ledger: PROJECT, name: '高性能精密连接器产业化项目(瑞可达)' }],
  },
  {
    // 暂缓
    meeting: MARCH,
    title: '筹办重点产业线下推介会',
    theme: 'brands',
    closureKind: 'product',
    lead: 'jhj',
    assist: ['swj', 'jxj'],
    leader: '演示丁',
    deadline: '2022-05-31',
    deadlineWords: '5月底前',
    measure: '举办推介会1场',
    notes: [['2022-03-30', 0.2, '方案已报审（演示）。']],
    changes: [['2022-04-11', { state: '暂缓', pausedOn: '2022-04-11', pauseReason: '外出活动暂停（演示）' }]],
  },
  {
    // 已办结待核
    meeting: MARCH,
    title: '江油市梳理月度新入库企业名单并逐户服务',
    theme: 'enterprises',
    closureKind: 'product',
    lead: 'u-510781',
    assist: ['tjj', 'jxj'],
    region: '510781',
    leader: '演示丙',
    deadline: '2022-04-30',
    deadlineWords: '4月底前',
    measure: '报送企业名单和服务台账',
    notes: [['2022-04-22', 1, '名单和服务台账已报送，申请办结（演示）。']],
    changes: [['2022-04-22', { state: '已办结待核', evidence: '演示报告〔2022〕6号' }]],
  },
  {
    // 待明确
    meeting: MARCH,
    title: '研究解决部分企业用工紧张问题',
    theme: 'talent',
    closureKind: 'product',
    lead: null,
    leader: null,
    deadline: null,
    deadlineWords: null,
    measure: null,
  },
  {
    // 未评: a note without a share done
    meeting: MARCH,
    title: '落实助企纾困政策，开展送政策上门',
    theme: 'policy',
    closureKind: 'product',
    lead: 'jxj',
    assist: ['czj', 'rsj'],
    leader: '演示乙',
    deadline: '2022-05-31',
    deadlineWords: '5月底前',
    measure: '走访规上企业全覆盖',
    notes: [['2022-04-25', null, '走访正在进行，数量待各地报送后汇总（演示）。']],
  },
]
