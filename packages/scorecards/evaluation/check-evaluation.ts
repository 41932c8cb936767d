import { canonicalUnitOf } from '@yundiao/kernel'
import { checkRule } from '@yundiao/rules'
import { schemeFault } from '../run/check-scheme.ts'
import { buildTree } from '../run/tree.ts'
import type { Indicator } from '../scheme/scheme.ts'
import { checkPolicies } from './check-policies.ts'
import type { Evaluation, EvaluationColumn, EvaluationVersion, UnknownAbout } from './evaluation.ts'
import { isRefusedSource, isSourceClass } from './source-class.ts'

/** A reason an evaluation cannot be run; `version` is its title, null for the whole. */
export type EvaluationFault = { version: string | null; message: string }

/** Units that are no measure and stand as they are. */
const PLAIN_UNITS = ['分', '1']

const isOpen = (version: EvaluationVersion, about: UnknownAbout): boolean =>
  version.unknowns.some((unknown) => unknown.about === about)

const leavesOf = (version: EvaluationVersion): readonly Indicator[] => {
  const tree = buildTree(version.scheme.indicators)
  return tree.kind === 'tree' ? tree.leaves : []
}

const columnFaults = (evaluation: Evaluation, columns: readonly EvaluationColumn[]): string[] =>
  columns.flatMap((column) => {
    const faults: string[] = []
    if (isRefusedSource(column.sourceClass)) faults.push(`${column.label}：统计联网直报（一套表）不得用于评价`)
    else if (!isSourceClass(column.sourceClass, evaluation.subject))
      faults.push(`${column.label}：来源类别“${column.sourceClass}”不能用于${evaluation.subject}评价`)
    if (canonicalUnitOf(column.unit) === null && !PLAIN_UNITS.includes(column.unit))
      faults.push(`${column.label}：计量单位“${column.unit}”不识别`)
    if (column.from.add.length === 0) faults.push(`${column.label}：没有写明取自台账的哪些栏目`)
    if (!column.clause.trim()) faults.push(`${column.label}：没有写明依据的条款`)
    return faults
  })

const inputFaults = (version: EvaluationVersion): string[] => {
  const leaves = leavesOf(version)
  const codes = version.inputs.map(({ code }) => code)
  const lacking = leaves.filter(({ code }) => codes.filter((one) => one === code).length !== 1)
  const stray = codes.filter((code) => !leaves.some((leaf) => leaf.code === code))
  const parts = leaves.flatMap(({ denominator }) => denominator ?? [])
  const unnamed = parts.filter((code) => !version.denominators.some((column) => column.code === code))
  const open = version.inputs.filter(({ from }) => from === null)
  const held = open.filter(
    ({ code }) => (leaves.find((leaf) => leaf.code === code)?.missing ?? version.scheme.missing) !== 'reweight',
  )
  return [
    ...lacking.map(({ code }) => `指标 ${code} 应有且只有一项数据来源`),
    ...stray.map((code) => `数据来源 ${code} 不是方案的指标`),
    ...unnamed.map((code) => `分母 ${code} 没有写明数据来源`),
    ...held.map(({ code }) => `指标 ${code} 待定而缺数处理不是 reweight，会影响得分`),
    ...(open.length > 0 && !isOpen(version, 'local') && !isOpen(version, 'indicators')
      ? ['有待定的指标而未列入“待明确”']
      : []),
  ]
}

/** Weights among siblings are told in hundredths; others must say that nobody published them. */
const weightFaults = (version: EvaluationVersion): string[] => {
  if (isOpen(version, 'weights') || version.scheme.weights?.method === 'equal') return []
  const sums = new Map<string, number>()
  for (const { parent = '', weight } of version.scheme.indicators) sums.set(parent, (sums.get(parent) ?? 0) + weight)
  return [...sums]
    .filter(([, sum]) => Math.abs(sum - 100) > 1e-9)
    .map(([parent, sum]) => `${parent || '各指标'}的权重合计 ${sum}，应为 100，或说明权重未公布`)
}

const capFaults = (version: EvaluationVersion): string[] => {
  const uncapped = leavesOf(version).filter((leaf) => {
    const spec = leaf.normalise ?? version.scheme.normalise
    return spec.method === 'benchmark' && (leaf.cap ?? spec.cap ?? null) === null
  })
  return uncapped.length > 0 && !isOpen(version, 'cap')
    ? [`得分上限未规定（${uncapped.map(({ code }) => code).join('、')}），应列入“待明确”`]
    : []
}

const silenceFaults = (version: EvaluationVersion): string[] => {
  const faults: string[] = []
  if (version.publicity.days === null && !isOpen(version, 'publicity')) faults.push('公示天数未知而未列入“待明确”')
  if (!version.scheme.grades && !isOpen(version, 'grades')) faults.push('等次划法未知而未列入“待明确”')
  if (version.scheme.grades && version.scheme.grades.denominator === undefined) faults.push('等次比例的分母没有写明')
  if (version.unknowns.some(({ words, meanwhile }) => !words.trim() || !meanwhile.trim()))
    faults.push('待明确的事项应写明缺什么、试算时怎么办')
  return faults
}

const versionFaults = (evaluation: Evaluation, version: EvaluationVersion): string[] => {
  const tree = buildTree(version.scheme.indicators)
  if (tree.kind === 'refused') return [tree.message]
  const fault = schemeFault(version.scheme, tree)
  if (fault) return [fault.message]
  const known = version.inputs.flatMap((input) => (input.from === null ? [] : [input]))
  return [
    ...columnFaults(evaluation, [...known, ...version.denominators]),
    ...inputFaults(version),
    ...weightFaults(version),
    ...capFaults(version),
    ...silenceFaults(version),
    ...checkPolicies(version),
  ]
}

/**
 * Everything wrong with an evaluation; empty where it may be run. Dates, citations and grades of sources as for a rule;
 * every indicator has one source of an allowed class; weights add up or are said to be unknown; unknown caps, publicity,
 * grades and policies are named; no measure that burdens stands without its law.
 */
export const checkEvaluation = (evaluation: Evaluation): EvaluationFault[] => {
  const { id, title, versions } = evaluation
  const asRule = checkRule({
    id,
    title,
    inWords: () => title,
    versions: versions.map((version) => ({ ...version, value: null })),
  })
  return [
    ...(asRule.kind === 'errors' ? asRule.errors : []),
    ...versions.flatMap((version) =>
      versionFaults(evaluation, version).map((message) => ({ version: version.title, message })),
    ),
  ]
}
