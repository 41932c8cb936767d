import type { Authority, ClosureKind, Gap, SourceDocument, Theme } from '@yundiao/directives'

export type DocumentKind = SourceDocument['kind']

/** Kinds a person brings in or registers by; 会中记录 is only ever kept in the meeting itself. */
export const GIVEN_KINDS = ['readout', 'minutes', 'instruction', 'document', 'report'] as const satisfies DocumentKind[]
export const DOCUMENT_KINDS = [...GIVEN_KINDS, 'notes'] as const satisfies DocumentKind[]
/** 研判: what an item made of a finding goes back to. Only the act that works the finding out writes it. */
export const FINDING_KIND = 'finding'
export const AUTHORITIES = ['party', 'government'] as const satisfies Authority[]
export const CLOSURE_KINDS = ['figure', 'ledger', 'product', 'decision', 'standing'] as const satisfies ClosureKind[]

const DOCUMENT_KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  readout: '会议通稿',
  minutes: '会议纪要',
  instruction: '批示',
  document: '文件',
  report: '报告分解',
  notes: '会中记录',
}

export const CLOSURE_LABELS: Readonly<Record<ClosureKind, string>> = {
  figure: '指标型',
  ledger: '台账型',
  product: '成果型',
  decision: '审定型',
  standing: '长期坚持型',
}

export const GAP_LABELS: Readonly<Record<Gap, string>> = {
  leadUnit: '牵头单位',
  deadline: '完成时限',
  measure: '量化目标或成果形式',
  closure: '办结类型',
}

const THEME_LABELS: Readonly<Record<Theme, string>> = {
  indicators: '主要指标',
  parks: '园区提质',
  chains: '产业链',
  enterprises: '企业培育',
  consumption: '消费',
  projects: '项目建设',
  'investment-promotion': '招商引资',
  brands: '品牌',
  land: '用地保障',
  finance: '资金保障',
  talent: '人才',
  policy: '政策落实',
  'business-environment': '营商环境',
  'urban-rural-environment': '城乡环境',
  epidemic: '疫情防控',
  'flood-geohazard': '防汛减灾',
  'work-safety': '安全生产',
  other: '其他',
}

/** The duty whose unit is suggested, grey, for a matter; a matter several duties share has none. */
export const THEME_DUTIES: Readonly<Partial<Record<Theme, string>>> = {
  indicators: 'statistics',
  parks: 'industry',
  chains: 'industry',
  enterprises: 'industry',
  consumption: 'commerce',
  projects: 'development',
  'investment-promotion': 'investment-promotion',
  brands: 'market-regulation',
  land: 'natural-resources',
  finance: 'financial-work',
  talent: 'talent',
  'business-environment': 'business-environment',
  'urban-rural-environment': 'urban-management',
  epidemic: 'epidemic-control',
  'flood-geohazard': 'emergency',
  'work-safety': 'work-safety',
}

export const themeLabel = (theme: string | null): string =>
  THEME_LABELS[(theme ?? 'other') as Theme] ?? THEME_LABELS.other

export const kindLabel = (kind: string): string =>
  kind === FINDING_KIND ? '研判' : (DOCUMENT_KIND_LABELS[kind as DocumentKind] ?? kind)
