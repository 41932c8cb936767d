import { numeralsIn } from '../numerals.ts'
import type { Run } from '../paper.ts'

/**
 * Every sentence of 备询要点, as data: `{slot}` takes runs. Templates hold no digit, so that each number of an answer comes
 * with what it is bound to. Titles (`ask…`) are what a leader may ask; an answer tells facts, and where the data show no
 * cause it says so.
 */
export const WORDING = {
  askPlaceSlower: '{name}：{indicator}增速为什么回落？',
  askPlaceBehind: '{name}：{indicator}增速为什么低于全市？',
  askPlaceTasks: '{name}：哪些项目和事项拖了进度？',
  askPlace: '{name}：主要指标完成情况怎么样？',
  askUnitOverdue: '{name}：督办事项为什么逾期？',
  askUnitBehind: '{name}：督办事项为什么欠序时？',
  askUnit: '{name}：所负责的指标和事项进展怎么样？',
  askIndicatorTarget: '{name}为什么低于{target}？',
  askIndicatorProvince: '{name}增速为什么低于全省？',
  askIndicatorSlower: '{name}增速为什么回落？',
  askIndicator: '{name}完成情况怎么样？',
  askIndicatorGap: '{name}为什么没有数？',
  placeLead: '{period}，{name}有数据的主要指标{known}{standing}。',
  placeNone: '{period}，{name}的主要指标{gap}，不作评述。',
  line: '{label}{said}。',
  unitLead: '{name}{parts}。',
  unitNone: '{name}没有所负责的指标和未办结事项。',
  indicatorLead: '{period}，{told}。',
  indicatorGap: '{period}，{name}{gap}，不作评述。',
  indicatorTarget: '{compared}，{required}。',
  parts: '其中：{parts}{whose}。',
  countiesBehind: '县（市、区）中有数据的{known}，低于全市的{behind}：{names}。',
  countiesLevel: '县（市、区）中有数据的{known}，均不低于全市。',
  dragOutput: '在调度的重点工业企业{count}，产值（企业自报）较上年同期{change}',
  dragInvestment: '有计划的重点项目{count}，完成投资较序时计划{change}',
  dragGroups: '减少最多的行业是{names}',
  dragEnterprises: '减少最多的企业是{names}',
  dragProjects: '欠得最多的是{names}',
  tasks: '{counts}。',
  leadUnit: '牵头单位{unit}。',
  noCause: '以上为数据反映的情况，数据未反映的原因不作判断，可请{who}说明',
  scope: '指标为{city}{period}数',
  noFigures: '{names}{gap}',
  innerTarget: '{target}未公开，标“内部”的比较限内部掌握',
  noTarget: '年度目标{gap}',
  noRank: '其他县（市、区）的数不足或不在查看范围，位次不排',
  noProjects: '重点项目台账不在查看范围',
  noEnterprises: '企业明细不在查看范围',
  noDrags: '未有可归因的企业、项目数据',
  knownTo:
    '知悉范围：仅供{who}备询。按其本人权限取数，可能含企业自报的单户数和未公开的目标、未发布的数，不存入材料，不得转发。',
  keptFor:
    '查阅范围：按生成人权限取数，可能含企业自报的单户数和未公开的目标、未发布的数；同样能看所引台账和数据的人员方可打开，不得转发。',
  demonstration: '带“演示”字样的为演示数据，非真实情况',
  computed: '较全市、较上期、位次、欠序时等为测算',
} as const
export type Wording = keyof typeof WORDING

/** A name as a run: digits in it (“1+4”) are part of the name. */
export const nameRun = (name: string): Run =>
  numeralsIn(name).length === 0 ? { text: name } : { free: name, as: 'name' }

/** 一季度, 2022年1—2月: a period has no passport. */
export const periodRuns = (words: string): readonly Run[] => [{ free: words, as: 'period' }]

type Slots = Readonly<Record<string, string | readonly Run[]>>

/**
 * A template with its slots filled, as runs. Throws where a slot of the template is not given: a bug of the caller, never
 * a hole in a sentence.
 */
export const say = (name: Wording, slots: Slots = {}): readonly Run[] =>
  WORDING[name]
    .split(/(\{[a-zA-Z]+\})/u)
    .filter((part) => part !== '')
    .flatMap((part): readonly Run[] => {
      const slot = /^\{([a-zA-Z]+)\}$/u.exec(part)?.[1]
      if (slot === undefined) return [{ text: part }]
      const given = slots[slot]
      if (given === undefined) throw new Error(`wording ${name}: no ${slot}`)
      return typeof given === 'string' ? (given === '' ? [] : [nameRun(given)]) : given
    })
