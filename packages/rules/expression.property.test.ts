import { addDays, addMonths, daysBetween, type LocalDate, parseLocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkExpression } from './check.ts'
import { compileExpression } from './evaluate.ts'
import type { Expression, Facts, Value, ValueType } from './expression.ts'
import { type InputLabels, inWords } from './words.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 20_000 : 100 }

const TYPES: Record<string, ValueType> = {
  n1: 'number',
  n2: 'number',
  n3: 'number',
  t1: 'text',
  t2: 'text',
  b1: 'boolean',
  b2: 'boolean',
  d1: 'day',
  d2: 'day',
}
const LABELS: InputLabels = Object.fromEntries(
  Object.entries(TYPES).map(([name, type]) => [name, { label: name, type }]),
)

const anyNumber = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(0.1, 0.2, 0.3, 1e308, -1e308, 1e-320),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const anyText = fc.constantFrom('', '甲', '乙', '甲 ', '”')
const anyDay = fc.oneof(
  fc.constantFrom('2024-02-29', '2022-01-31', '0001-01-01', '9999-12-31'),
  fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2020-01-01', n)),
)
const VALUES: Record<ValueType, fc.Arbitrary<Value>> = {
  number: anyNumber,
  text: anyText,
  boolean: fc.boolean(),
  day: anyDay,
}
const anyFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    Object.entries(TYPES).map(([name, type]) => [name, fc.option(VALUES[type], { freq: 3 }) as fc.Arbitrary<Value>]),
  ),
)

type Any = fc.Arbitrary<unknown>
const varOf = (type: ValueType): Any =>
  fc.constantFrom(...Object.keys(TYPES).filter((name) => TYPES[name] === type)).map((name) => ({ var: name }))
const call = (op: string, ...args: Any[]): Any => fc.tuple(...args).map((list) => ({ [op]: list }))
const many = (op: string, arg: Any): Any =>
  fc.array(arg, { minLength: 2, maxLength: 3 }).map((list) => ({ [op]: list }))
const oneOf = (ops: readonly string[], build: (op: string) => Any): Any => fc.oneof(...ops.map(build))

const trees = fc.letrec<Record<ValueType, unknown>>((tie) => {
  const [num, txt, bool, day] = [tie('number'), tie('text'), tie('boolean'), tie('day')]
  const chosen = (of: Any): Any[] => [
    call('if', bool, of, of),
    call('if', bool, of, bool, of, of),
    many('coalesce', of),
  ]
  const leaf = { depthSize: 'small', withCrossShrink: true, maxDepth: 4 } as const
  return {
    number: fc.oneof(
      leaf,
      anyNumber.map((n) => n + 0),
      varOf('number'),
      oneOf(['+', '*', 'min', 'max'], (op) => many(op, num)),
      call('-', num, num),
      call('-', num),
      call('/', num, num),
      call('abs', num),
      call('days-between', day, day),
      ...chosen(num),
    ),
    text: fc.oneof(leaf, anyText, varOf('text'), ...chosen(txt)),
    day: fc.oneof(
      leaf,
      anyDay.map((on) => ({ day: on })),
      varOf('day'),
      oneOf(['min', 'max'], (op) => many(op, day)),
      oneOf(['add-days', 'add-months', 'add-years'], (op) => call(op, day, num)),
      ...chosen(day),
    ),
    boolean: fc.oneof(
      leaf,
      varOf('boolean'),
      fc.boolean(),
      oneOf(['and', 'or'], (op) => many(op, bool)),
      call('!', bool),
      ...[num, day].flatMap((of) => [
        oneOf(['<', '<=', '>', '>='], (op) => call(op, of, of)),
        call('between', of, of, of),
      ]),
      ...[num, txt, bool, day].flatMap((of) => [
        oneOf(['==', '!='], (op) => call(op, of, of)),
        oneOf(['known', 'missing'], (op) => call(op, of)),
      ]),
      call('in', num, fc.array(anyNumber, { minLength: 1, maxLength: 3 })),
      call('in', txt, fc.array(anyText, { minLength: 1, maxLength: 3 })),
      ...chosen(bool),
    ),
  }
})
const anyExpression = fc.oneof(trees.boolean, trees.number, trees.day, trees.text) as fc.Arbitrary<Expression>
const anyCondition = trees.boolean as fc.Arbitrary<Expression>

/** SEMANTICS.md once more, naively: all arguments first. Shares no line with the closures. */
const naive = (json: unknown, facts: Facts): Value => {
  if (typeof json !== 'object' || json === null) return json as Value
  const [entry] = Object.entries(json)
  const [op, raw] = entry as [string, unknown]
  if (op === 'var') return facts[raw as string] ?? null
  if (op === 'day') return raw as string
  const args = raw as unknown[]
  if (op === 'in') {
    const item = naive(args[0], facts)
    return item === null ? null : (args[1] as Value[]).some((one) => one === item)
  }
  return apply(
    op,
    args.map((arg) => naive(arg, facts)),
  )
}
const kleene = (xs: Value[], decisive: boolean): Value => {
  if (xs.includes(decisive)) return decisive
  return xs.includes(null) ? null : !decisive
}
const chosen = (xs: Value[]): Value => {
  const [condition = null, then, ...rest] = xs
  if (then === undefined || condition === null) return condition
  return condition ? then : chosen(rest)
}
const PARTIAL: Record<string, (xs: Value[]) => Value> = {
  known: (xs) => xs[0] !== null,
  missing: (xs) => xs[0] === null,
  coalesce: (xs) => xs.find((x) => x !== null) ?? null,
  and: (xs) => kleene(xs, false),
  or: (xs) => kleene(xs, true),
  between: ([x = null, low = null, high = null]) => kleene([apply('<=', [low, x]), apply('<=', [x, high])], false),
  if: chosen,
}
const apply = (op: string, xs: Value[]): Value => {
  const partial = PARTIAL[op]
  if (partial) return partial(xs)
  if (xs.includes(null)) return null
  const [a, b] = xs as [never, never]
  const result = TOTAL[op]?.(a, b, xs as never[]) ?? null
  return typeof result === 'number' && !Number.isFinite(result) ? null : result
}
const shifted = (on: LocalDate, n: number, move: (on: LocalDate, n: number) => LocalDate): Value =>
  Number.isInteger(n) && Math.abs(n) < 4e6 ? parseLocalDate(move(on, n)) : null
type Total = (a: never, b: never, xs: never[]) => Value
const TOTAL: Record<string, Total> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => !(a === b),
  '<': (a, b) => a < b,
  '<=': (a, b) => !(a > b),
  '>': (a, b) => a > b,
  '>=': (a, b) => !(a < b),
  '!': (a) => !a,
  '+': (_, __, xs) => (xs as number[]).reduce((sum, x) => (Number.isFinite(sum) ? sum + x : sum)),
  '*': (_, __, xs) => (xs as number[]).reduce((sum, x) => (Number.isFinite(sum) ? sum * x : sum)),
  '-': (a, b, xs) => (xs.length === 1 ? 0 - a : a - b),
  '/': (a, b) => (b === 0 ? null : a / b),
  abs: (a) => (a < 0 ? 0 - a : a),
  min: (_, __, xs) => xs.reduce((least, x) => (x < least ? x : least)),
  max: (_, __, xs) => xs.reduce((most, x) => (x > most ? x : most)),
  'days-between': (a, b) => daysBetween(a, b),
  'add-days': (a, b) => shifted(a, b, addDays),
  'add-months': (a, b) => shifted(a, b, addMonths),
  'add-years': (a, b) => shifted(a, b, (on, n) => addMonths(on, n * 12)),
}
const unsigned = (value: Value): Value => (value === 0 ? 0 : value)
describe('expressions', () => {
  it('closures agree with the naive reading, nulls included', () =>
    fc.assert(
      fc.property(anyExpression, anyFacts, (expression, facts) => {
        expect(unsigned(compileExpression(expression)(facts))).toBe(unsigned(naive(expression, facts)))
      }),
      { numRuns: Math.min(runs.numRuns * 5, 20_000) },
    ))

  it('what checks gives its type or null, whatever the facts', () =>
    fc.assert(
      fc.property(anyExpression, anyFacts, (expression, facts) => {
        const checked = checkExpression(expression, TYPES)
        expect(checked.kind).toBe('ok')
        const value = compileExpression(expression)(facts)
        if (value === null || checked.kind !== 'ok') return
        expect(typeof value).toBe({ number: 'number', boolean: 'boolean', text: 'string', day: 'string' }[checked.type])
        if (checked.type === 'day') expect(parseLocalDate(value as string)).toBe(value)
      }),
      runs,
    ))

  it('knowing more never turns an answer over, without known, missing and coalesce', () =>
    fc.assert(
      fc.property(anyCondition, anyFacts, anyFacts, (expression, facts, more) => {
        fc.pre(!/known|missing|coalesce/.test(JSON.stringify(expression)))
        const answer = compileExpression(expression)
        const fuller = Object.fromEntries(Object.keys(TYPES).map((name) => [name, facts[name] ?? more[name] ?? null]))
        const before = answer(facts)
        if (before !== null) expect(answer(fuller)).toBe(before)
      }),
      runs,
    ))

  it('different expressions read differently', () =>
    fc.assert(
      fc.property(anyExpression, anyExpression, (a, b) => {
        const isSame = JSON.stringify(a) === JSON.stringify(b)
        expect(inWords(a, LABELS) === inWords(b, LABELS)).toBe(isSame)
      }),
      { numRuns: Math.min(runs.numRuns * 5, 20_000) },
    ))

  it('one operator changed is one reading changed', () => {
    const swaps = [
      [
        ['==', '!=', '<', '<=', '>', '>='],
        [{ var: 'n1' }, { var: 'n2' }],
      ],
      [
        ['+', '-', '*', '/', 'min', 'max', 'coalesce'],
        [{ var: 'n1' }, { var: 'n2' }],
      ],
      [
        ['and', 'or'],
        [{ var: 'b1' }, { var: 'b2' }],
      ],
      [
        ['add-days', 'add-months', 'add-years'],
        [{ var: 'd1' }, { var: 'n2' }],
      ],
      [
        ['<', '<=', '>', '>=', '==', 'days-between'],
        [{ var: 'd1' }, { var: 'd2' }],
      ],
      [['known', 'missing', '-', 'abs'], [{ var: 'n1' }]],
    ] as const
    for (const [ops, args] of swaps) {
      const texts = ops.map((op) => inWords({ [op]: args } as unknown as Expression, LABELS))
      expect(new Set(texts).size).toBe(ops.length)
    }
  })
})

describe('Kleene’s laws', () => {
  const same = (name: string, left: (a: Expression, b: Expression, c: Expression) => Expression, right: typeof left) =>
    it(name, () =>
      fc.assert(
        fc.property(anyCondition, anyCondition, anyCondition, anyFacts, (a, b, c, facts) => {
          expect(compileExpression(left(a, b, c))(facts)).toBe(compileExpression(right(a, b, c))(facts))
        }),
        { numRuns: Math.min(runs.numRuns, 1000) },
      ),
    )
  same(
    'and commutes',
    (a, b) => ({ and: [a, b] }),
    (a, b) => ({ and: [b, a] }),
  )
  same(
    'or commutes',
    (a, b) => ({ or: [a, b] }),
    (a, b) => ({ or: [b, a] }),
  )
  same(
    'and associates',
    (a, b, c) => ({ and: [{ and: [a, b] }, c] }),
    (a, b, c) => ({ and: [a, b, c] }),
  )
  same(
    'or associates',
    (a, b, c) => ({ or: [a, { or: [b, c] }] }),
    (a, b, c) => ({ or: [a, b, c] }),
  )
  same(
    'De Morgan',
    (a, b) => ({ '!': { and: [a, b] } }),
    (a, b) => ({ or: [{ '!': a }, { '!': b }] }),
  )
  same(
    'twice not is nothing',
    (a) => ({ '!': { '!': a } }),
    (a) => a,
  )
  same(
    'and distributes',
    (a, b, c) => ({ and: [a, { or: [b, c] }] }),
    (a, b, c) => ({ or: [{ and: [a, b] }, { and: [a, c] }] }),
  )
  same(
    'missing is not known',
    (a) => ({ missing: a }),
    (a) => ({ '!': { known: a } }),
  )
})
