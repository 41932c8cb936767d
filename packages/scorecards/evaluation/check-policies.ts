import type { EvaluationVersion } from './evaluation.ts'

const policyFaults = ({ policies, unknowns, scheme }: EvaluationVersion): string[] => {
  const grades = scheme.grades?.grades.map(({ grade }) => grade)
  const faults = policies.flatMap(({ grade, measure, burden, legalBasis, cite }) => [
    ...(grades && !grades.includes(grade) ? [`措施“${measure}”所属的等次“${grade}”不在方案里`] : []),
    ...(burden && legalBasis === null ? [`措施“${measure}”增加企业负担，应写明法律依据`] : []),
    ...(cite.document.trim() ? [] : [`措施“${measure}”没有依据`]),
  ])
  if (policies.length === 0 && !unknowns.some(({ about }) => about === 'policies'))
    faults.push('没有差别化措施，应列入“待明确”')
  return faults
}

const listFaults = ({ exclusions, vetoes, promotions, scheme }: EvaluationVersion): string[] => {
  const grades = scheme.grades?.grades.map(({ grade }) => grade) ?? []
  const named = [...exclusions.flatMap(({ as }) => as ?? []), ...promotions.flatMap(({ floor }) => floor ?? [])]
  const unknown = named.filter((grade) => !grades.includes(grade))
  const bare = promotions.filter(({ floor }) => floor === undefined)
  const clauseless = [...exclusions, ...vetoes, ...promotions].filter(({ clause }) => !clause.trim())
  return [
    ...unknown.map((grade) => `没有这个等次：${grade}`),
    ...bare.map(({ basis }) => `提档“${basis}”没有写明最低等次`),
    ...clauseless.map(({ basis }) => `“${basis}”没有写明依据的条款`),
  ]
}

/** What is wrong with measures, exclusions, vetoes and promotions of a version. */
export const checkPolicies = (version: EvaluationVersion): string[] => [
  ...policyFaults(version),
  ...listFaults(version),
]
