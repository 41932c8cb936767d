import { canonicalUnitOf, dayInWords, fromCanonical, type LocalDate, showExactly, toCanonical } from '@yundiao/kernel'
import type { Expression, Node, Operator, ValueType } from './expression.ts'
import { nodeOf } from './read.ts'

/** How an input is called, its type, and the unit its values are written in (亿元, 亩, %). */
export type InputLabel = { label: string; type: ValueType; shownIn?: string }
/** The inputs of an expression by name. */
export type InputLabels = Readonly<Record<string, InputLabel>>

type Context = { labels: InputLabels; unit: string | null }
type Infix = Extract<Operator, '==' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or' | '+' | '-' | '*' | '/'>

/** How tightly an operator binds; what binds no tighter than its surroundings stands in brackets. */
const LEVELS: Readonly<Partial<Record<Operator, number>>> = {
  if: 0,
  or: 1,
  and: 2,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  between: 4,
  in: 4,
  known: 4,
  missing: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
}
const TIGHTEST = 9

const INFIX: Readonly<Record<Infix, string>> = {
  '==': '等于',
  '!=': '不等于',
  '<': '小于',
  '<=': '不超过',
  '>': '超过',
  '>=': '不低于',
  and: '且',
  or: '或',
  '+': ' + ',
  '-': ' − ',
  '*': ' × ',
  '/': ' ÷ ',
}
const DAY_ORDER: Readonly<Record<string, string>> = { '<': '早于', '<=': '不晚于', '>': '晚于', '>=': '不早于' }

const DAY_GIVING: ReadonlySet<Operator> = new Set<Operator>(['add-days', 'add-months', 'add-years'])
const PASSES_UNIT: ReadonlySet<Operator> = new Set<Operator>(['+', '-', 'min', 'max', 'abs', 'coalesce', 'if'])

const isInfix = (op: Operator): op is Infix => Object.hasOwn(INFIX, op)
const levelOf = (node: Node): number => (node.kind === 'call' ? (LEVELS[node.op] ?? TIGHTEST) : TIGHTEST)
const labelOf = (context: Context, name: string): InputLabel | undefined =>
  Object.hasOwn(context.labels, name) ? context.labels[name] : undefined

const isDay = (context: Context, node: Node): boolean => {
  if (node.kind === 'literal') return node.type === 'day'
  if (node.kind === 'var') return labelOf(context, node.name)?.type === 'day'
  if (node.kind === 'list') return false
  const { op, args } = node
  if (op === 'min' || op === 'max' || op === 'coalesce') return args.some((arg) => isDay(context, arg))
  return op === 'if' ? args.slice(-1).some((arg) => isDay(context, arg)) : DAY_GIVING.has(op)
}

/** The unit values beside a node are written in: that of the first input it passes on. */
const unitOf = (context: Context, node: Node): string | null => {
  if (node.kind === 'var') return labelOf(context, node.name)?.shownIn ?? null
  if (node.kind !== 'call' || !PASSES_UNIT.has(node.op)) return null
  return node.args.map((arg) => unitOf(context, arg)).find((unit) => unit !== null) ?? null
}

const numberInWords = (value: number, unit: string | null): string => {
  if (unit === null) return showExactly(value)
  const shown = fromCanonical(value, unit)
  // A unit in which the number would have to be rounded would show another rule than the one executed.
  return shown !== null && toCanonical(shown, unit) === value
    ? `${showExactly(shown)}${unit}`
    : `${showExactly(value)}${canonicalUnitOf(unit) ?? unit}`
}

const literalInWords = (node: Extract<Node, { kind: 'literal' }>, unit: string | null): string => {
  if (node.type === 'number') return numberInWords(node.value as number, unit)
  if (node.type === 'day') return dayInWords(node.value as LocalDate)
  if (node.type === 'boolean') return node.value ? '是' : '否'
  return `“${String(node.value).replaceAll('”', '””')}”`
}

const bracketed = (context: Context, node: Node, level: number): string => {
  const text = wordsAt(context, node)
  return levelOf(node) <= level ? `（${text}）` : text
}

const choiceInWords = (context: Context, args: readonly Node[]): string => {
  const parts: string[] = []
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [condition, then] = args.slice(i, i + 2)
    if (condition && then) parts.push(`若${bracketed(noUnit(context), condition, 0)}则取${bracketed(context, then, 0)}`)
  }
  const last = args.at(-1)
  return [...parts, `否则取${last ? bracketed(context, last, 0) : ''}`].join('；')
}

const noUnit = (context: Context): Context => ({ ...context, unit: null })

const infixInWords = (context: Context, op: Infix, args: readonly Node[]): string => {
  const level = LEVELS[op] ?? TIGHTEST
  if (op === '-' && args.length === 1) return `负（${args.map((arg) => wordsAt(context, arg)).join()}）`
  const isOfDays = args.some((arg) => isDay(context, arg))
  const word = (isOfDays ? DAY_ORDER[op] : undefined) ?? INFIX[op]
  return args.map((arg) => bracketed(context, arg, level)).join(word)
}

/** Words of the operators that are not written between their arguments. */
const PHRASES: Readonly<Record<Exclude<Operator, Infix | 'if'>, (args: readonly string[]) => string>> = {
  between: ([x, low, high]) => `${x}在${low}至${high}之间（含两端）`,
  in: ([x, list]) => `${x}属于${list}`,
  '!': ([x]) => `并非（${x}）`,
  min: (args) => `较小者（${args.join('、')}）`,
  max: (args) => `较大者（${args.join('、')}）`,
  abs: ([x]) => `绝对值（${x}）`,
  'days-between': ([from, to]) => `天数（自${from}至${to}）`,
  'add-days': ([on, n]) => `日期（${on}加${n}天）`,
  'add-months': ([on, n]) => `日期（${on}加${n}个月）`,
  'add-years': ([on, n]) => `日期（${on}加${n}年）`,
  known: ([x]) => `${x}已知`,
  missing: ([x]) => `${x}未知`,
  coalesce: (args) => `首个已知值（${args.join('、')}）`,
}

const contextFor = (context: Context, op: Operator, args: readonly Node[]): Context => {
  const own = args.map((arg) => unitOf(context, arg)).find((unit) => unit !== null) ?? null
  const isComparison = LEVELS[op] === 4
  if (isComparison) return { ...context, unit: own }
  return PASSES_UNIT.has(op) ? { ...context, unit: context.unit ?? own } : noUnit(context)
}

const wordsAt = (context: Context, node: Node): string => {
  switch (node.kind) {
    case 'literal':
      return literalInWords(node, context.unit)
    case 'var':
      return `「${labelOf(context, node.name)?.label ?? node.name}」`
    case 'list':
      return `（${node.items.map((item) => wordsAt(context, item)).join('、')}）`
    case 'call': {
      const { op, args } = node
      const inner = contextFor(context, op, args)
      if (op === 'if') return choiceInWords(inner, args)
      if (isInfix(op)) return infixInWords(inner, op, args)
      return PHRASES[op](args.map((arg) => bracketed(inner, arg, LEVELS[op] ?? 0)))
    }
  }
}

/**
 * An expression in Chinese: the text shown is the rule executed. Every operator has its own word, brackets stand
 * wherever the reading could differ, numbers keep all their digits in the unit of the input beside them.
 * Labels must differ from one another. Throws Problem `rule.invalid` when the shape is at fault.
 */
export const inWords = (expression: Expression, labels: InputLabels): string =>
  wordsAt({ labels, unit: null }, nodeOf(expression))
