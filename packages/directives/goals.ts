import { canonicalUnitOf, toCanonical } from '@yundiao/kernel'
import { targetsOf } from './targets.ts'

/** At least, more than, at most, less than. */
export type GoalOperator = '>=' | '>' | '<=' | '<'

/** What a measure demands: `value` in the printed `unit`. */
export type Goal = { operator: GoalOperator; value: number; unit: string }

/** A measure read as one goal, or why a person has to say what is meant. */
export type GoalReading =
  | { kind: 'goal'; goal: Goal }
  | { kind: 'unclear'; why: 'no-number' | 'several' | 'no-operator' }

/** How a goal reads in the office's words: 不低于 8%. */
export const GOAL_WORDS: Readonly<Record<GoalOperator, string>> = {
  '>=': '不低于',
  '>': '高于',
  '<=': '不高于',
  '<': '低于',
}

const BEFORE: readonly (readonly [RegExp, GoalOperator])[] = [
  [/(?:不低于|不少于|不小于|大于等于|≥|>=|达到|达|完成|实现|至少)$/u, '>='],
  [/(?:不超过|不高于|不大于|不多于|小于等于|≤|<=|控制在|至多)$/u, '<='],
  [/(?:超过|突破|高于|大于|多于|>)$/u, '>'],
  [/(?:低于|少于|小于|<)$/u, '<'],
]
const AFTER: readonly (readonly [RegExp, GoalOperator])[] = [
  [/(?:以上|及以上)$/u, '>='],
  [/(?:以内|以下)$/u, '<='],
]
const LOOSE = /左右|上下|约|余|多(?!于)/u

const operatorOf = (before: string, printed: string, after: string): GoalOperator | null => {
  if (LOOSE.test(printed) || /^(?:左右|上下)/u.test(after) || /约$/u.test(before)) return null
  const tail = AFTER.find(([words]) => words.test(printed) || words.test(after.slice(0, 3)))
  if (tail) return tail[1]
  const plain = before.replace(/[：:]+$/u, '')
  return BEFORE.find(([words]) => words.test(plain))?.[1] ?? null
}

/**
 * What 量化目标 demands of a figure: 增速6.5%以上 is at least 6.5 %, 控制在5.5%以内 at most, 突破100亿元 more than. A measure
 * without a number with its unit, with several numbers, or with a number that no word makes a bound (增长8%左右, 增长8%)
 * is unclear: never guessed, a person states operator and value.
 */
export const readGoal = (measure: string): GoalReading => {
  const text = measure.normalize('NFKC').replaceAll(/\s+/gu, '')
  const [first, ...rest] = targetsOf(text)
  if (!first) return { kind: 'unclear', why: 'no-number' }
  if (rest.length > 0) return { kind: 'unclear', why: 'several' }
  const operator = operatorOf(text.slice(0, first.start), first.text, text.slice(first.end))
  if (!operator) return { kind: 'unclear', why: 'no-operator' }
  return { kind: 'goal', goal: { operator, value: first.value, unit: first.unit } }
}

/** Whether a figure, canonical and in `unit`, reaches a goal; null where the two are not of one measure (% and 亿元). */
export const reachesGoal = (goal: Goal, figure: { value: number; unit: string }): boolean | null => {
  const demanded = toCanonical(goal.value, goal.unit)
  if (demanded === null || canonicalUnitOf(goal.unit) !== canonicalUnitOf(figure.unit)) return null
  // Half a unit in the fifteenth digit is the arithmetic's, not the economy's.
  const slack = Math.abs(demanded) * 1e-12
  switch (goal.operator) {
    case '>=':
      return figure.value >= demanded - slack
    case '>':
      return figure.value > demanded + slack
    case '<=':
      return figure.value <= demanded + slack
    case '<':
      return figure.value < demanded - slack
  }
}
