import type { Cite, Grade } from '@yundiao/kernel'

/** Which unit likely carries a duty. Grade D: a suggestion, grey until a person adopts it. Null: 待明确. */
export type DutyAssignment = { duty: string; title: string; unit: string | null; grade: Grade; cite: Cite }

const LIKELY: Cite = { document: '会议通稿分工推定（待本市核定）' }

type Listed = readonly [duty: string, title: string, unit: string | null]

const LISTED: readonly Listed[] = [
  ['statistics', '统计', 'tjj'],
  ['development', '发展改革、投资、项目', 'fgw'],
  ['industry', '工业和信息化', 'jxj'],
  ['commerce', '商务、消费、外贸', 'swj'],
  ['finance', '财政', 'czj'],
  ['taxation', '税务', null],
  ['financial-work', '金融', 'jrj'],
  ['housing', '住房和城乡建设', 'zjw'],
  ['human-resources', '就业和社会保障', 'rsj'],
  ['agriculture', '农业农村', null],
  ['investment-promotion', '招商引资、经济合作', 'jhj'],
  ['market-regulation', '市场监管、品牌、标准', 'scjgj'],
  ['culture-tourism', '文化旅游', 'wglj'],
  ['natural-resources', '自然资源、用地', 'zrzy'],
  ['business-environment', '营商环境、政务服务', 'zwfw'],
  ['urban-management', '城市管理、环境整治', 'cg'],
  ['talent', '人才', 'zzb'],
  ['health', '卫生健康', 'wjw'],
  ['public-security', '公安', 'gaj'],
  ['transport', '交通', 'jtj'],
  ['emergency', '应急、防汛、地灾', 'yjj'],
  ['water', '水利', 'slj'],
  ['work-safety', '安全生产', 'ab'],
  ['epidemic-control', '疫情防控', 'yqzhb'],
  ['supervision', '市委督查、目标绩效', 'mbjx'],
  ['government-supervision', '政府督查', 'dcs'],
]

/** Duty → likely unit. Taxation and agriculture are not named in any source: 待明确. */
export const duties: readonly DutyAssignment[] = LISTED.map(([duty, title, unit]) => ({
  duty,
  title,
  unit,
  grade: 'D',
  cite: LIKELY,
}))
