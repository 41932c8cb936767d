import { economyCatalogue, SUMS } from '@yundiao/domains/economy'
import { Problem } from '@yundiao/kernel'
import type { Against, DragSubject } from './drag-schema.ts'

type Option = { key: string; label: string }

/** What is looked at, in the order of the picker. */
export const SUBJECT_LABELS: Readonly<Record<DragSubject, string>> = {
  counties: '县（市、区）',
  parts: '产业和构成',
  projects: '投资项目',
  enterprises: '工业企业',
}

/** Indicators a county may be held against the city by; those without amounts say so. */
const COUNTY_INDICATORS: readonly string[] = ['gdp', 'iva', 'fai', 'retail', 'budget']

const LABELS: Readonly<Record<Against, string>> = {
  'last-year': '上年同期（拉动）',
  'last-year-growth': '上年同期增速',
  'last-period': '上期增速',
  province: '全省',
  'city-mean': '全市平均',
  target: '年度目标',
  value: '量价分解（现价增减额）',
  plan: '序时计划',
}

const BASES: Readonly<Record<DragSubject, readonly [Against, ...Against[]]>> = {
  parts: ['last-year', 'province', 'last-period', 'last-year-growth', 'target', 'value'],
  counties: ['city-mean', 'province', 'last-year', 'last-period', 'last-year-growth', 'target', 'value'],
  projects: ['plan'],
  enterprises: ['last-year', 'value'],
}

const named = (code: string): Option => ({ key: code, label: economyCatalogue.get(code)?.shortName ?? code })

const indicatorsOf = (subject: DragSubject): readonly Option[] => {
  if (subject === 'parts') return SUMS.map(({ total }) => named(total))
  if (subject === 'counties') return COUNTY_INDICATORS.map(named)
  if (subject === 'projects') return [{ key: 'investment', label: '完成投资（调度）' }]
  return [
    { key: 'output', label: '产值（企业自报）' },
    { key: 'power', label: '用电量' },
  ]
}

export type DragOptions = { subjects: Option[]; indicators: Option[]; against: Option[] }

export const optionsOf = (subject: DragSubject): DragOptions => ({
  subjects: Object.entries(SUBJECT_LABELS).map(([key, label]) => ({ key, label })),
  indicators: [...indicatorsOf(subject)],
  against: BASES[subject].map((key) => ({ key, label: LABELS[key] })),
})

/** The indicator asked for, or the subject's first. Throws Problem indicator.unknown. */
export const dragIndicator = (subject: DragSubject, asked: string | undefined): string => {
  const all = indicatorsOf(subject)
  if (asked === undefined || asked === '') return all[0]?.key ?? ''
  if (!all.some(({ key }) => key === asked))
    throw new Problem(
      'indicator.unknown',
      `${SUBJECT_LABELS[subject]}归因没有指标 ${asked}，可选：${all.map(({ label }) => label).join('、')}`,
      { indicator: asked },
    )
  return asked
}

/** What it is held against: as asked, or the subject's first where that basis is none of its own. */
export const dragBasis = (subject: DragSubject, asked: Against | undefined): Against =>
  BASES[subject].find((one) => one === asked) ?? BASES[subject][0]

/** As a title says it: 对比全省, 量价分解. */
export const basisWords = (against: Against): string => {
  if (against === 'value') return '量价分解'
  return against === 'last-year' ? '对比上年同期' : `对比${LABELS[against]}`
}
