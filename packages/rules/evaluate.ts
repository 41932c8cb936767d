import { addDays, addMonths, daysBetween, type LocalDate, parseLocalDate } from '@yundiao/kernel'
import type { Expression, Facts, Node, Operator, Value } from './expression.ts'
import { nodeOf } from './read.ts'

type Closure = (facts: Facts) => Value
type Known = number | string | boolean

/** Not finite is not known: an overflow here is no figure, and SQL would refuse it. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** An input by its name. What a record inherits (`toString`) is neither number, text nor boolean, hence unknown. */
const variable =
  (name: string): Closure =>
  (facts) => {
    const value = facts[name]
    switch (typeof value) {
      case 'number':
        return finite(value)
      case 'string':
      case 'boolean':
        return value
      default:
        return null
    }
  }

/** Two arguments, unknown when either is: comparisons, difference, quotient, days. */
const strict =
  (apply: (a: Known, b: Known) => Value) =>
  ([a, b]: readonly Closure[]): Closure =>
  (facts) => {
    const left = a?.(facts) ?? null
    if (left === null) return null
    const right = b?.(facts) ?? null
    return right === null ? null : apply(left, right)
  }

/** Folded from the left, unknown when any is. */
const folded =
  (apply: (a: Known, b: Known) => Value) =>
  ([first, ...rest]: readonly Closure[]): Closure =>
  (facts) => {
    let sum = first?.(facts) ?? null
    for (const next of rest) {
      if (sum === null) return null
      const value = next(facts)
      if (value === null) return null
      sum = apply(sum, value)
    }
    return sum
  }

const numeric =
  (apply: (a: number, b: number) => number) =>
  (a: Known, b: Known): Value =>
    finite(apply(a as number, b as number))

/** Kleene: `decisive` settles it whatever the others are; else unknown if any is. */
const connective =
  (decisive: boolean) =>
  (args: readonly Closure[]): Closure =>
  (facts) => {
    let answer: Value = !decisive
    // An index, for this loop is where conditions over a whole ledger spend their time.
    for (let i = 0; i < args.length; i += 1) {
      const value = args[i]?.(facts)
      if (value === decisive) return decisive
      if (value === null) answer = null
    }
    return answer
  }

const negation = ([a]: readonly Closure[]): Closure => {
  return (facts) => {
    const value = a?.(facts) ?? null
    return value === null ? null : !value
  }
}

const between = ([x, low, high]: readonly Closure[]): Closure => {
  if (!x || !low || !high) return () => null
  const above = COMPILERS['>=']([x, low])
  const below = COMPILERS['<=']([x, high])
  return connective(false)([above, below])
}

const choice = (args: readonly Closure[]): Closure => {
  const [condition, then, ...rest] = args
  if (!condition) return () => null
  if (!then) return condition
  const otherwise = choice(rest)
  return (facts) => {
    const value = condition(facts)
    if (value === null) return null
    return value === true ? then(facts) : otherwise(facts)
  }
}

const difference = (args: readonly Closure[]): Closure => {
  const [a] = args
  if (args.length > 1) return strict(numeric((x, y) => x - y))(args)
  return (facts) => {
    const value = a?.(facts) ?? null
    return value === null ? null : 0 - (value as number)
  }
}

const inCalendar = (on: LocalDate): LocalDate | null => parseLocalDate(on)

/** Whole steps only; a fraction of a day or month, or a day outside the calendar, is not known. */
const later = (move: (on: LocalDate, n: number) => LocalDate) =>
  strict((on, n) =>
    Number.isInteger(n) && Math.abs(n as number) < 4e6 ? inCalendar(move(on as LocalDate, n as number)) : null,
  )

const isKnown =
  (wanted: boolean) =>
  ([a]: readonly Closure[]): Closure =>
  (facts) =>
    ((a?.(facts) ?? null) !== null) === wanted

const coalesce =
  (args: readonly Closure[]): Closure =>
  (facts) => {
    for (const arg of args) {
      const value = arg(facts)
      if (value !== null) return value
    }
    return null
  }

const COMPILERS: Readonly<Record<Exclude<Operator, 'in'>, (args: readonly Closure[]) => Closure>> = {
  '==': strict((a, b) => a === b),
  '!=': strict((a, b) => a !== b),
  '<': strict((a, b) => a < b),
  '<=': strict((a, b) => a <= b),
  '>': strict((a, b) => a > b),
  '>=': strict((a, b) => a >= b),
  between,
  and: connective(false),
  or: connective(true),
  '!': negation,
  if: choice,
  '+': folded(numeric((a, b) => a + b)),
  '-': difference,
  '*': folded(numeric((a, b) => a * b)),
  // A divisor of 0 gives no finite quotient, hence unknown.
  '/': strict(numeric((a, b) => a / b)),
  min: folded((a, b) => (b < a ? b : a)),
  max: folded((a, b) => (b > a ? b : a)),
  abs: ([a]) => {
    return (facts) => {
      const value = a?.(facts) ?? null
      return value === null ? null : Math.abs(value as number)
    }
  },
  'days-between': strict((from, to) => finite(daysBetween(from as LocalDate, to as LocalDate))),
  'add-days': later(addDays),
  'add-months': later(addMonths),
  'add-years': later((on, n) => addMonths(on, n * 12)),
  known: isKnown(true),
  missing: isKnown(false),
  coalesce,
}

const membership = (node: Node, list: Node | undefined): Closure => {
  const item = closureOf(node)
  const items = list?.kind === 'list' ? list.items : []
  const values = new Set<Value>(items.map((one) => (one.kind === 'literal' ? one.value : null)))
  return (facts) => {
    const value = item(facts)
    return value === null ? null : values.has(value)
  }
}

const closureOf = (node: Node): Closure => {
  switch (node.kind) {
    case 'literal': {
      const { value } = node
      return () => value
    }
    case 'var':
      return variable(node.name)
    case 'list':
      // Lists stand only in `in`, which reads them itself.
      return () => null
    case 'call': {
      const [first, second] = node.args
      if (node.op === 'in') return first ? membership(first, second) : () => null
      return COMPILERS[node.op](node.args.map(closureOf))
    }
  }
}

/**
 * An expression as a function of facts, by the table of SEMANTICS.md: null in is unknown, null out is unknown.
 * The expression must have passed checkExpression, and facts must be of the types it was checked with; numbers that
 * are not finite count as unknown. Throws Problem `rule.invalid` when the shape is at fault.
 */
export const compileExpression = (expression: Expression): ((facts: Facts) => Value) => closureOf(nodeOf(expression))
