/** The four types of values. A day is `YYYY-MM-DD` and is not text; nothing turns into another type by itself. */
export type ValueType = 'number' | 'text' | 'boolean' | 'day'

/** A value of any type; null is unknown. */
export type Value = number | string | boolean | null

/** Facts an expression is judged on, by input name. What is absent is unknown, as null is. */
export type Facts = Readonly<Record<string, Value | undefined>>

type Literal = number | string | boolean
type Argument = Expression | readonly Expression[]

/**
 * A condition or a quantity in JsonLogic's syntax, one key an object: `{ and: [{ '>=': [{ var: 'invested' }, 5e7] },
 * { missing: { var: 'startedOn' } }] }`. A lone argument needs no brackets. A day is written `{ day: '2022-04-26' }`.
 * What each operator means, nulls included, is in SEMANTICS.md. No loops, no regular expressions, no null literal.
 */
export type Expression =
  | Literal
  | { readonly var: string }
  | { readonly day: string }
  | { readonly [O in Operator]: { readonly [K in O]: Expression | readonly Argument[] } }[Operator]

/** What an operator takes: all alike (`same`), all numbers or all days (`ordered`), anything, or one type a place. */
export type Takes = 'any' | 'same' | 'ordered' | ValueType | readonly ValueType[]

/** How many arguments, of which types, giving which. */
export type Signature = { min: number; max: number; takes: Takes; gives: ValueType | 'same' }

const MANY = 1000
const comparison = (takes: Takes): Signature => ({ min: 2, max: 2, takes, gives: 'boolean' })

/** Every operator with its number of arguments and its types. `if` and the list of `in` have rules of their own. */
export const OPERATORS = {
  '==': comparison('same'),
  '!=': comparison('same'),
  '<': comparison('ordered'),
  '<=': comparison('ordered'),
  '>': comparison('ordered'),
  '>=': comparison('ordered'),
  between: { min: 3, max: 3, takes: 'ordered', gives: 'boolean' },
  in: { min: 2, max: 2, takes: 'same', gives: 'boolean' },
  and: { min: 2, max: MANY, takes: 'boolean', gives: 'boolean' },
  or: { min: 2, max: MANY, takes: 'boolean', gives: 'boolean' },
  '!': { min: 1, max: 1, takes: 'boolean', gives: 'boolean' },
  if: { min: 3, max: MANY, takes: 'any', gives: 'same' },
  '+': { min: 2, max: MANY, takes: 'number', gives: 'number' },
  '-': { min: 1, max: 2, takes: 'number', gives: 'number' },
  '*': { min: 2, max: MANY, takes: 'number', gives: 'number' },
  '/': { min: 2, max: 2, takes: 'number', gives: 'number' },
  min: { min: 2, max: MANY, takes: 'ordered', gives: 'same' },
  max: { min: 2, max: MANY, takes: 'ordered', gives: 'same' },
  abs: { min: 1, max: 1, takes: 'number', gives: 'number' },
  'days-between': { min: 2, max: 2, takes: 'day', gives: 'number' },
  'add-days': { min: 2, max: 2, takes: ['day', 'number'], gives: 'day' },
  'add-months': { min: 2, max: 2, takes: ['day', 'number'], gives: 'day' },
  'add-years': { min: 2, max: 2, takes: ['day', 'number'], gives: 'day' },
  known: { min: 1, max: 1, takes: 'any', gives: 'boolean' },
  missing: { min: 1, max: 1, takes: 'any', gives: 'boolean' },
  coalesce: { min: 2, max: MANY, takes: 'same', gives: 'same' },
} as const satisfies Record<string, Signature>

/** One of OPERATORS. */
export type Operator = keyof typeof OPERATORS

/** A fault in an expression. `path` leads from the root: `and/1/>=/0`; empty for the root itself. */
export type ExpressionError = { path: string; message: string }

/** An expression read from its JSON: one shape an operator, arguments always a list. */
export type Node =
  | { kind: 'literal'; type: ValueType; value: number | string | boolean }
  | { kind: 'var'; name: string }
  | { kind: 'list'; items: readonly Node[] }
  | { kind: 'call'; op: Operator; args: readonly Node[] }
