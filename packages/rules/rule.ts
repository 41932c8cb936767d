import type { Cite, Grade, LocalDate } from '@yundiao/kernel'
import { compileExpression } from './evaluate.ts'
import type { Expression, Facts, Value } from './expression.ts'
import type { InputLabels } from './words.ts'

/** A worked case a lawyer can read: given these facts the rule must answer this; null is unknown. */
export type Vector = { title: string; given: Facts; expect: Value }

type Dated = {
  /** First day in force. */
  from: LocalDate
  /** Last day in force; left out: until the next version of the same jurisdiction, or still. */
  to?: LocalDate
  cite: Cite
  grade: Grade
  /** Code of the region whose rule this is; left out: nationwide. */
  jurisdiction?: string
}

/** Parameters of a rule for a time, in canonical units. */
export type ParameterVersion<V> = Dated & { value: V }

/** A condition or quantity for a time, with the cases it must answer. */
export type ExpressionVersion = Dated & { expression: Expression; vectors: readonly Vector[] }

/** Dated parameters. A new law is a new version, never an edit. */
export type ParameterRule<V> = {
  id: string
  title: string
  /** A version's value as people read it, made of the value itself: what is shown is what holds. */
  inWords(value: V): string
  versions: readonly ParameterVersion<V>[]
}

/** A dated condition or quantity over named inputs. */
export type ExpressionRule = {
  id: string
  title: string
  inputs: InputLabels
  versions: readonly ExpressionVersion[]
}

/** A rule of either kind. */
export type Rule = ParameterRule<unknown> | ExpressionRule
/** A version of either kind. */
export type RuleVersion = ParameterVersion<unknown> | ExpressionVersion

/** What points at one version of a rule; stored with every result it gives. */
export type RuleRef = { rule: string; version: string }

/** Declares a rule and keeps its exact type. Whether it may be published is checkRule's. */
export function defineRule<V>(rule: ParameterRule<V>): ParameterRule<V>
export function defineRule(rule: ExpressionRule): ExpressionRule
export function defineRule(rule: Rule): Rule {
  return rule
}

/** Identity of a version within its rule: the first day in force, and the jurisdiction if it has one. */
export const versionId = (version: { from: LocalDate; jurisdiction?: string }): string =>
  version.jurisdiction === undefined ? version.from : `${version.from}@${version.jurisdiction}`

const latestOn = <T extends Dated>(
  versions: readonly T[],
  jurisdiction: string | undefined,
  on: LocalDate,
): T | null => {
  let latest: T | null = null
  for (const version of versions)
    if (version.jurisdiction === jurisdiction && version.from <= on && (latest === null || version.from > latest.from))
      latest = version
  return latest !== null && (latest.to === undefined || on <= latest.to) ? latest : null
}

/**
 * The version in force on a day, with the rule's id; null when none is. `places` are the jurisdictions asked for,
 * nearest first (city, province); where none of them has a rule of its own in force, the nationwide one holds.
 */
export const inForce = <T extends Dated>(
  rule: { id: string; versions: readonly T[] },
  on: LocalDate,
  places: readonly string[] = [],
): (T & RuleRef) | null => {
  for (const place of [...places, undefined]) {
    const version = latestOn(rule.versions, place, on)
    if (version) return { ...version, rule: rule.id, version: versionId(version) }
  }
  return null
}

/** A rule's answer with what gave it; `value` null is unknown. */
export type Judgement = { kind: 'no-rule' } | ({ kind: 'judged'; value: Value; cite: Cite; grade: Grade } & RuleRef)

/**
 * Prepares a rule as of the day of the facts: compiled once, then judged record by record. The answer carries the
 * rule's id, version and citation. Throws Problem `rule.invalid` for an expression that was never checked.
 */
export const judgeBy = (
  rule: ExpressionRule,
  on: LocalDate,
  places: readonly string[] = [],
): ((facts: Facts) => Judgement) => {
  const found = inForce(rule, on, places)
  if (!found) return () => ({ kind: 'no-rule' })
  const answer = compileExpression(found.expression)
  const { cite, grade, version } = found
  return (facts) => ({ kind: 'judged', value: answer(facts), rule: rule.id, version, cite, grade })
}
