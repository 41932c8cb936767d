import { describe, expect, it } from 'vitest'
import { compileExpression } from './evaluate.ts'
import { type Expression, type Facts, OPERATORS, type Operator, type Value } from './expression.ts'

const FACTS: Facts = {
  one: 1,
  two: 2,
  zero: 0,
  half: 0.5,
  huge: 1e308,
  nan: Number.NaN,
  infinite: Number.POSITIVE_INFINITY,
  absent: undefined,
  n: null,
  yes: true,
  no: false,
  b: null,
  jiangyou: '江油',
  t: null,
  d: null,
  today: '2022-04-26',
  endOfJanuary: '2024-01-31',
  leapDay: '2024-02-29',
  lastDay: '9999-12-31',
}
const v = (name: string) => ({ var: name })
const value = (expression: Expression): Value => compileExpression(expression)(FACTS)
const [T, F, U] = ['yes', 'no', 'b'].map(v) as [Expression, Expression, Expression]
const n = v('n')

/** One row a cell of SEMANTICS.md. */
const CELLS: readonly [Operator, Expression, Value][] = [
  ['==', { '==': [v('one'), 1] }, true],
  ['==', { '==': [v('one'), 2] }, false],
  ['==', { '==': [v('zero'), { '*': [-1, v('zero')] }] }, true],
  ['==', { '==': [{ '+': [0.1, 0.2] }, 0.3] }, false],
  ['==', { '==': [v('jiangyou'), '江油'] }, true],
  ['==', { '==': [v('jiangyou'), '江油 '] }, false],
  ['==', { '==': [v('today'), { day: '2022-04-26' }] }, true],
  ['==', { '==': [n, 1] }, null],
  ['==', { '==': [1, n] }, null],
  ['==', { '==': [n, n] }, null],
  ['!=', { '!=': [v('one'), 2] }, true],
  ['!=', { '!=': [v('one'), 1] }, false],
  ['!=', { '!=': [n, 1] }, null],
  ['!=', { '!=': [n, n] }, null],
  ['<', { '<': [1, 2] }, true],
  ['<', { '<': [2, 2] }, false],
  ['<', { '<': [n, 2] }, null],
  ['<', { '<': [2, n] }, null],
  ['<', { '<': [v('today'), { day: '2022-04-27' }] }, true],
  ['<=', { '<=': [2, 2] }, true],
  ['<=', { '<=': [3, 2] }, false],
  ['<=', { '<=': [n, 2] }, null],
  ['>', { '>': [3, 2] }, true],
  ['>', { '>': [2, 2] }, false],
  ['>', { '>': [2, n] }, null],
  ['>=', { '>=': [2, 2] }, true],
  ['>=', { '>=': [1, 2] }, false],
  ['>=', { '>=': [n, n] }, null],
  ['between', { between: [1, 1, 2] }, true],
  ['between', { between: [2, 1, 2] }, true],
  ['between', { between: [3, 1, 2] }, false],
  ['between', { between: [n, 1, 2] }, null],
  ['between', { between: [1, 5, n] }, false],
  ['between', { between: [7, 5, n] }, null],
  ['between', { between: [7, n, 5] }, false],
  ['between', { between: [3, n, 5] }, null],
  ['in', { in: [v('jiangyou'), ['涪城', '江油']] }, true],
  ['in', { in: [v('jiangyou'), ['涪城']] }, false],
  ['in', { in: [v('t'), ['涪城']] }, null],
  ['in', { in: [{ '*': [-1, v('zero')] }, [0]] }, true],
  ...(
    [
      [T, T, true, true],
      [T, F, false, true],
      [F, T, false, true],
      [F, F, false, false],
      [T, U, null, true],
      [U, T, null, true],
      [F, U, false, null],
      [U, F, false, null],
      [U, U, null, null],
    ] as const
  ).flatMap(([a, b, and, or]): [Operator, Expression, Value][] => [
    ['and', { and: [a, b] }, and],
    ['or', { or: [a, b] }, or],
  ]),
  ['and', { and: [U, T, F] }, false],
  ['or', { or: [U, F, T] }, true],
  ['or', { or: [U, { '!': U }] }, null],
  ['!', { '!': T }, false],
  ['!', { '!': [F] }, true],
  ['!', { '!': U }, null],
  ['if', { if: [T, 1, 2] }, 1],
  ['if', { if: [F, 1, 2] }, 2],
  ['if', { if: [U, 1, 2] }, null],
  ['if', { if: [U, 1, 1] }, null],
  ['if', { if: [T, 1, n] }, 1],
  ['if', { if: [F, 1, n] }, null],
  ['if', { if: [F, 1, T, 2, 3] }, 2],
  ['if', { if: [F, 1, U, 2, 3] }, null],
  ['if', { if: [T, 1, U, 2, 3] }, 1],
  ['+', { '+': [1, 2, 3] }, 6],
  ['+', { '+': [1, n, 3] }, null],
  ['+', { '+': [v('huge'), v('huge')] }, null],
  ['+', { '+': [v('huge'), v('huge'), { '-': [v('huge')] }] }, null],
  ['+', { '+': [0.1, 0.2, 0.3] }, 0.1 + 0.2 + 0.3],
  ['-', { '-': [3, 1] }, 2],
  ['-', { '-': 3 }, -3],
  ['-', { '-': v('zero') }, 0],
  ['-', { '-': [n, 1] }, null],
  ['-', { '-': [1, n] }, null],
  ['-', { '-': [n] }, null],
  ['*', { '*': [2, 3, 4] }, 24],
  ['*', { '*': [0, n] }, null],
  ['*', { '*': [v('huge'), 10] }, null],
  ['/', { '/': [1, 2] }, 0.5],
  ['/', { '/': [1, v('zero')] }, null],
  ['/', { '/': [0, 0] }, null],
  ['/', { '/': [1, { '*': [-1, v('zero')] }] }, null],
  ['/', { '/': [n, 1] }, null],
  ['/', { '/': [1, n] }, null],
  ['/', { '/': [v('huge'), v('half')] }, null],
  ['abs', { abs: -3 }, 3],
  ['abs', { abs: n }, null],
  ['min', { min: [3, 1, 2] }, 1],
  ['min', { min: [3, n] }, null],
  ['min', { min: [v('today'), v('leapDay')] }, '2022-04-26'],
  ['max', { max: [3, 1, 2] }, 3],
  ['max', { max: [n, 3] }, null],
  ['days-between', { 'days-between': [v('today'), { day: '2022-05-01' }] }, 5],
  ['days-between', { 'days-between': [{ day: '2022-05-01' }, v('today')] }, -5],
  ['days-between', { 'days-between': [v('d'), v('today')] }, null],
  ['days-between', { 'days-between': [v('today'), v('d')] }, null],
  ['add-days', { 'add-days': [v('today'), 5] }, '2022-05-01'],
  ['add-days', { 'add-days': [v('today'), -26] }, '2022-03-31'],
  ['add-days', { 'add-days': [v('today'), 0.5] }, null],
  ['add-days', { 'add-days': [v('lastDay'), 1] }, null],
  ['add-days', { 'add-days': [v('today'), -1e9] }, null],
  ['add-days', { 'add-days': [v('d'), 1] }, null],
  ['add-days', { 'add-days': [v('today'), n] }, null],
  ['add-months', { 'add-months': [v('endOfJanuary'), 1] }, '2024-02-29'],
  ['add-months', { 'add-months': [v('today'), -3] }, '2022-01-26'],
  ['add-months', { 'add-months': [v('d'), 1] }, null],
  ['add-months', { 'add-months': [v('today'), 1e5] }, null],
  ['add-years', { 'add-years': [v('leapDay'), 1] }, '2025-02-28'],
  ['add-years', { 'add-years': [v('today'), n] }, null],
  ['add-years', { 'add-years': [v('today'), 8000] }, null],
  ['known', { known: v('one') }, true],
  ['known', { known: n }, false],
  ['known', { known: v('absent') }, false],
  ['known', { known: v('nan') }, false],
  ['known', { known: v('infinite') }, false],
  ['known', { known: v('toString') }, false],
  ['known', { known: { '/': [1, 0] } }, false],
  ['known', { known: F }, true],
  ['missing', { missing: v('zero') }, false],
  ['missing', { missing: n }, true],
  ['coalesce', { coalesce: [n, 2, 3] }, 2],
  ['coalesce', { coalesce: [v('zero'), 2] }, 0],
  ['coalesce', { coalesce: [n, n] }, null],
]

describe('SEMANTICS.md', () => {
  it.each(CELLS.map(([op, expression, expected]) => [op, JSON.stringify(expression), expected, expression] as const))(
    '%s: %s is %j',
    (_, __, expected, expression) => {
      const actual = value(expression)
      expect(actual === 0 ? 0 : actual).toBe(expected)
    },
  )

  it('has a known and an unknown case for every operator', () => {
    for (const op of Object.keys(OPERATORS)) {
      const values = CELLS.filter(([name]) => name === op).map(([, , expected]) => expected)
      expect(`${op} ${values.some((one) => one !== null)}`).toBe(`${op} true`)
      const isTwoValued = op === 'known' || op === 'missing'
      expect(`${op} ${values.includes(null)}`).toBe(`${op} ${!isTwoValued}`)
    }
  })

  it('refuses to compile what has no shape', () => {
    expect(() => compileExpression({ nonsense: 1 } as unknown as Expression)).toThrow('没有“nonsense”这种运算')
  })
})
