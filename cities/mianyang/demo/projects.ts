import { type Project, projects } from '@yundiao/domains/projects'
import type { LocalDate } from '@yundiao/kernel'
import { DEMO_NOTE, type DemoEntry, demoId } from './entry.ts'
import { PLACES, type Place, type Sketch } from './project-list.ts'

/** The 25th of March, when the counties' sheets for the first quarter were due. */
const FILED: LocalDate = '2022-03-25'
const YI = 1e8
const WAN = 1e4

const wan = (yuan: number): number => Math.round(yuan / WAN) * WAN
const pick = <T>(list: readonly [T, ...T[]], n: number): T => list[n % list.length] ?? list[0]

type Amounts = Pick<
  Project,
  'doneBeforeYear' | 'planYear' | 'doneThisMonth' | 'doneThisYear' | 'paidThisMonth' | 'paidThisYear'
>

const NOTHING_DONE = { doneThisMonth: null, doneThisYear: null, paidThisMonth: null, paidThisYear: null }

/** Of this year's plan, what January to March did: some ahead of time (a quarter), some behind. */
const done = (planYear: number, share: number, n: number): Omit<Amounts, 'doneBeforeYear' | 'planYear'> => {
  const doneThisYear = wan(planYear * share)
  const paidThisYear = wan(doneThisYear * pick([0.9, 0.72, 0.81], n))
  return {
    doneThisYear,
    doneThisMonth: wan(doneThisYear * pick([0.38, 0.42, 0.35], n)),
    paidThisYear,
    paidThisMonth: wan(paidThisYear * pick([0.36, 0.4], n)),
  }
}

const amounts = (stage: string, total: number, n: number): Amounts => {
  const plan = (share: number): number => wan(total * share)
  switch (stage) {
    case '在建': {
      const planYear = plan(pick([0.3, 0.25, 0.35], n))
      return {
        doneBeforeYear: wan(total * pick([0.22, 0.36, 0.45, 0.12, 0.58], n)),
        planYear,
        ...done(planYear, pick([0.28, 0.19, 0.31, 0.12, 0.25, 0.22], n), n),
      }
    }
    case '开工':
      return { doneBeforeYear: null, planYear: plan(0.32), ...done(plan(0.32), pick([0.06, 0.13, 0.2], n), n) }
    case '竣工':
    case '投产':
      return { doneBeforeYear: plan(0.9), planYear: plan(0.1), ...done(plan(0.1), pick([1, 0.8], n), n) }
    case '停工':
      return { doneBeforeYear: plan(0.4), planYear: plan(0.15), ...done(plan(0.15), 0, n) }
    case '前期':
    case '落地':
      return { doneBeforeYear: null, planYear: plan(0.18), ...NOTHING_DONE }
    default:
      return { doneBeforeYear: null, planYear: null, ...NOTHING_DONE }
  }
}

const WORKS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  在建: ['主体结构施工至三层', '基础施工完成八成', '主体封顶，进入设备安装', '路基完成，路面摊铺', '厂房钢结构吊装'],
  开工: ['场地平整', '桩基施工', '临时设施搭建完成'],
  前期: ['可研报告编制', '用地报批', '施工图设计'],
  落地: ['公司已注册，办理用地手续'],
  签约: ['正式合同已签'],
  竣工: ['完成竣工验收'],
  投产: ['设备调试完成，投入生产'],
  停工: ['业主资金紧张，现场停工'],
}

const BUILT = ['在建', '竣工', '投产', '停工']

/** 立项, 用地, 环评, 施工许可, 资金. */
const procedures = (stage: string, n: number): Partial<Project> => {
  if (stage === '开工' || BUILT.includes(stage))
    return {
      approval: '√',
      landUse: '√',
      environment: '√',
      permit: stage === '开工' && n % 2 ? '办理中' : '√',
      funding: '√',
    }
  return stage === '前期'
    ? { approval: '√', landUse: pick(['办理中', '√', '缺'], n), environment: '办理中', permit: '缺', funding: '办理中' }
    : {}
}

type Trouble = Pick<Project, 'problems' | 'coordination' | 'coordinationLevel' | 'coordinationUnit'>

/** By name of the project; what a county says in its monthly sheet. */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  A03: {
    problems: '外部供电容量不足',
    coordination: '请协调专线电源点，满足二期用电',
    coordinationLevel: '市级',
    coordinationUnit: 'jxj',
  },
  A08: {
    problems: '用地指标未落实',
    coordination: '请协调新增建设用地指标45亩',
    coordinationLevel: '市级',
    coordinationUnit: 'zrzy',
  },
  A20: {
    problems: '引道与铁路交叉，审查未完',
    coordination: '请协调铁路部门完成交叉方案审查',
    coordinationLevel: '省级',
    coordinationUnit: 'jtj',
  },
  A17: { problems: '业主资金链紧张，已停工', coordination: null, coordinationLevel: null, coordinationUnit: null },
  B05: {
    problems: '资质认定手续周期长',
    coordination: '请协调加快检验检测资质认定',
    coordinationLevel: '市级',
    coordinationUnit: 'scjgj',
  },
}

const startedOn = (stage: string, n: number): LocalDate | null => {
  if (stage === '开工') return pick<LocalDate>(['2022-02-18', '2022-03-10', '2022-03-21'], n)
  return BUILT.includes(stage) ? pick<LocalDate>(['2021-03-16', '2020-11-05', '2021-06-28', '2021-09-13'], n) : null
}

/** Works that began and are not in the statistics yet are what the monthly dispatch asks for (开工未入统). */
const statistics = (stage: string, n: number): Pick<Project, 'inStatistics' | 'inStatisticsOn'> => {
  if (startedOn(stage, n) === null) return { inStatistics: null, inStatisticsOn: null }
  const isIn = stage === '开工' ? n % 2 === 0 : n % 5 !== 3
  return { inStatistics: isIn, inStatisticsOn: isIn ? pick<LocalDate>(['2021-07-15', '2022-03-18'], n) : null }
}

const NATURES: Readonly<Record<string, Project['nature']>> = {
  开工: '新开工',
  在建: '续建',
  停工: '续建',
  竣工: '竣工',
  投产: '竣工',
}

const valuesOf = (at: Place, [what, category, stage, totalYi]: Sketch, n: number): Partial<Project> => {
  const number = `${at.letter}${String(n).padStart(2, '0')}`
  const totalInvestment = wan(totalYi * YI)
  const begun = startedOn(stage, n) !== null
  return {
    name: `演示项目${number}（${what}）`,
    level: pick(['县级', '市级', '县级', '市级', '县级', '省级'], n),
    nature: NATURES[stage] ?? '前期',
    category,
    owner: `演示业主${number}`,
    site: `${at.place}（演示）`,
    scope: `${what}及配套设施（演示）`,
    years: begun ? '2021—2023' : '2022—2024',
    totalInvestment,
    ...amounts(stage, totalInvestment, n),
    planWorks: begun ? '完成年度工程量' : null,
    // 前期 whose month is past are the ones that should have begun (应开未开).
    planStartMonth: begun ? null : stage === '前期' ? pick(['3月', '6月', '5月'], n) : null,
    planFinishMonth: stage === '竣工' ? '3月' : null,
    progressText: pick(WORKS[stage] ?? ['洽谈、论证'], n),
    startedOn: startedOn(stage, n),
    ...statistics(stage, n),
    ...procedures(stage, n),
    ...TROUBLES[number],
    nextPlan: begun ? '按计划推进施工' : '推进前期手续',
    remark: DEMO_NOTE,
  }
}

/** Projects in every stage, with the figures their counties filed for January to March 2022. */
export const projectEntries: readonly DemoEntry[] = PLACES.flatMap((at, block) =>
  at.sketches.map((sketch, index) => ({
    ledger: projects.id,
    id: demoId('project', (block + 1) * 1000 + index + 1),
    region: at.region,
    state: sketch[2],
    values: valuesOf(at, sketch, index + 1),
    knownFrom: FILED,
    demo: true,
  })),
)
