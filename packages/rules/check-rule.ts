import { parseLocalDate } from '@yundiao/kernel'
import { checkExpression } from './check.ts'
import { compileExpression } from './evaluate.ts'
import type { Value, ValueType } from './expression.ts'
import type { ExpressionRule, ExpressionVersion, Rule, RuleVersion, Vector } from './rule.ts'
import { versionId } from './rule.ts'
import type { InputLabels } from './words.ts'

/** A reason a rule cannot be published; `version` is null for the rule as a whole. */
export type RuleFault = { version: string | null; message: string }

/** What a worked case gave. */
export type VectorOutcome = { version: string; title: string; expected: Value; actual: Value; passes: boolean }

const ID = /^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/
const GRADES: readonly string[] = ['A', 'B', 'C', 'D']

const isExpressionRule = (rule: Rule): rule is ExpressionRule => 'inputs' in rule

const typesOf = (inputs: InputLabels): Record<string, ValueType> =>
  Object.fromEntries(Object.entries(inputs).map(([name, { type }]) => [name, type]))

const isOfType = (value: Value | undefined, type: ValueType): boolean => {
  if (value === null || value === undefined) return true
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (type === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string' && (type === 'text' || parseLocalDate(value) !== null)
}

const dateFaults = (version: RuleVersion): string[] => {
  const faults: string[] = []
  if (parseLocalDate(version.from) === null) faults.push(`起始日“${version.from}”不是存在的日期`)
  if (version.to !== undefined && parseLocalDate(version.to) === null)
    faults.push(`截止日“${version.to}”不是存在的日期`)
  if (version.to !== undefined && version.to < version.from) faults.push('截止日早于起始日')
  return faults
}

const citationFaults = ({ cite, grade }: RuleVersion): string[] => {
  const faults: string[] = []
  if (!cite?.document?.trim()) faults.push('没有依据:请写明文件名称')
  if (!GRADES.includes(grade)) faults.push('没有依据等级:请注明 A、B、C 或 D')
  return faults
}

/** An open version ends where the next begins; an overlap is a stated end on or after that day, or a second first day. */
const overlapFaults = (versions: readonly RuleVersion[]): RuleFault[] =>
  versions.flatMap((a, i) =>
    versions.flatMap((b, j) => {
      const isLater = a.jurisdiction === b.jurisdiction && (a.from < b.from || (a.from === b.from && i < j))
      const isOver = isLater && (a.from === b.from || (a.to !== undefined && a.to >= b.from))
      return isOver ? [{ version: versionId(b), message: `与 ${versionId(a)} 版时间重叠` }] : []
    }),
  )

const vectorFaults = (inputs: InputLabels, vector: Vector): string[] =>
  Object.entries(vector.given).flatMap(([name, value]) => {
    const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined
    if (!input) return [`算例“${vector.title}”用了没有的字段“${name}”`]
    return isOfType(value, input.type) ? [] : [`算例“${vector.title}”的“${input.label}”类型不符`]
  })

const outcomesOf = (version: ExpressionVersion): VectorOutcome[] => {
  const answer = compileExpression(version.expression)
  return version.vectors.map(({ title, given, expect }) => {
    const actual = answer(given)
    return { version: versionId(version), title, expected: expect, actual, passes: actual === expect }
  })
}

const shown = (value: Value): string => (value === null ? '未知' : String(value))

const expressionFaults = (rule: ExpressionRule, version: ExpressionVersion): string[] => {
  const checked = checkExpression(version.expression, typesOf(rule.inputs))
  if (checked.kind === 'errors')
    return checked.errors.map(({ path, message }) => `算式${path === '' ? '' : ` ${path} `}有误:${message}`)
  if (version.vectors.length === 0) return ['没有算例:请至少给出一个']
  const faults = version.vectors.flatMap((vector) => vectorFaults(rule.inputs, vector))
  if (faults.length > 0) return faults
  return outcomesOf(version)
    .filter((outcome) => !outcome.passes)
    .map(({ title, expected, actual }) => `算例“${title}”应为${shown(expected)},算得${shown(actual)}`)
}

const labelFaults = (inputs: InputLabels): RuleFault[] => {
  const labels = Object.values(inputs).map((input) => input.label)
  const twice = labels.find((label, i) => labels.indexOf(label) !== i)
  return twice === undefined ? [] : [{ version: null, message: `两个字段都叫“${twice}”,文字表述会混淆` }]
}

const versionFaults = (rule: Rule, version: RuleVersion): RuleFault[] => {
  const inner = isExpressionRule(rule) && 'expression' in version ? expressionFaults(rule, version) : []
  return [...dateFaults(version), ...citationFaults(version), ...inner].map((message) => ({
    version: versionId(version),
    message,
  }))
}

/** Runs every worked case of every version. Throws Problem `rule.invalid` for an expression whose shape is at fault. */
export const runVectors = (rule: ExpressionRule): VectorOutcome[] => rule.versions.flatMap(outcomesOf)

/**
 * Whether a rule may be published: id and versions, a citation and a grade on each, no two in force at once in one
 * jurisdiction, expressions that type-check and answer every worked case. Every reason is listed.
 */
export const checkRule = (rule: Rule): { kind: 'ok' } | { kind: 'errors'; errors: readonly RuleFault[] } => {
  const errors: RuleFault[] = []
  if (!ID.test(rule.id)) errors.push({ version: null, message: `编号“${rule.id}”应形如 land.unstarted` })
  if (!rule.title.trim()) errors.push({ version: null, message: '没有名称' })
  if (rule.versions.length === 0) errors.push({ version: null, message: '没有带日期的版本' })
  if (isExpressionRule(rule)) errors.push(...labelFaults(rule.inputs))
  for (const version of rule.versions) errors.push(...versionFaults(rule, version))
  errors.push(...overlapFaults(rule.versions))
  return errors.length === 0 ? { kind: 'ok' } : { kind: 'errors', errors }
}
