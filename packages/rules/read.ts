import { Problem, parseLocalDate } from '@yundiao/kernel'
import { type ExpressionError, type Node, OPERATORS, type Operator } from './expression.ts'

const MAX_DEPTH = 64
const MAX_LIST = 1000

type Reading = { errors: ExpressionError[] }

// Stands in for what could not be read, so that one pass lists every fault.
const UNREADABLE: Node = { kind: 'literal', type: 'boolean', value: false }

const isOperator = (key: string): key is Operator => Object.hasOwn(OPERATORS, key)
const under = (path: string, step: string | number): string => (path === '' ? String(step) : `${path}/${step}`)

const refuse = (reading: Reading, path: string, message: string): Node => {
  reading.errors.push({ path, message })
  return UNREADABLE
}

const readDay = (json: unknown, path: string, reading: Reading): Node => {
  const on = typeof json === 'string' ? parseLocalDate(json) : null
  return on ? { kind: 'literal', type: 'day', value: on } : refuse(reading, path, '“day”后应为存在的日期,如 2022-04-26')
}

const readNumber = (value: number, path: string, reading: Reading): Node =>
  Number.isFinite(value)
    ? { kind: 'literal', type: 'number', value: value + 0 }
    : refuse(reading, path, '数字须为有限值')

const readList = (items: readonly unknown[], path: string, reading: Reading, depth: number): Node => {
  if (items.length === 0 || items.length > MAX_LIST) return refuse(reading, path, `列表应有 1 至 ${MAX_LIST} 项`)
  const nodes = items.map((item, i) => readAt(item, under(path, i), reading, depth + 1))
  const odd = nodes.findIndex((node) => node.kind !== 'literal')
  return odd === -1
    ? { kind: 'list', items: nodes }
    : refuse(reading, under(path, odd), '列表各项只能是具体的值,不能是算式')
}

const readCall = (op: Operator, json: unknown, path: string, reading: Reading, depth: number): Node => {
  const raw: readonly unknown[] = Array.isArray(json) ? json : [json]
  const { min, max } = OPERATORS[op]
  if (raw.length < min || raw.length > max)
    return refuse(
      reading,
      path,
      `“${op}”应有${min === max ? `${min}` : `${min} 至 ${max}`}个参数,现有 ${raw.length} 个`,
    )
  if (op === 'if' && raw.length % 2 === 0) return refuse(reading, path, '“if”须以“否则”的值收尾')
  const args = raw.map((arg, i) =>
    op === 'in' && i === 1 && Array.isArray(arg)
      ? readList(arg, under(path, i), reading, depth)
      : readAt(arg, under(path, i), reading, depth + 1),
  )
  if (op === 'in' && !Array.isArray(raw[1])) return refuse(reading, under(path, 1), '“in”的第二个参数应为列表')
  return { kind: 'call', op, args }
}

const readObject = (json: object, path: string, reading: Reading, depth: number): Node => {
  const [entry, ...others] = Object.entries(json)
  if (!entry || others.length > 0) return refuse(reading, path, '每层只能有一个运算')
  const [key, argument] = entry
  const inner = under(path, key)
  if (key === 'day') return readDay(argument, inner, reading)
  if (key === 'var')
    return typeof argument === 'string' && argument !== ''
      ? { kind: 'var', name: argument }
      : refuse(reading, inner, '“var”后应为字段名')
  return isOperator(key)
    ? readCall(key, argument, inner, reading, depth)
    : refuse(reading, inner, `没有“${key}”这种运算`)
}

const readAt = (json: unknown, path: string, reading: Reading, depth: number): Node => {
  if (depth > MAX_DEPTH) return refuse(reading, path, `嵌套超过 ${MAX_DEPTH} 层,请拆成几条`)
  if (typeof json === 'boolean') return { kind: 'literal', type: 'boolean', value: json }
  if (typeof json === 'string') return { kind: 'literal', type: 'text', value: json }
  if (typeof json === 'number') return readNumber(json, path, reading)
  if (json === null || json === undefined) return refuse(reading, path, '不能写空值;判断有无数据请用 known 或 missing')
  if (Array.isArray(json)) return refuse(reading, path, '此处不能是列表')
  return typeof json === 'object'
    ? readObject(json, path, reading, depth)
    : refuse(reading, path, '只能是数字、文字、是否或一个运算')
}

/** Reads an expression's JSON into its tree, or every fault of its shape. Types are checkExpression's. */
export const readExpression = (
  json: unknown,
): { kind: 'ok'; node: Node } | { kind: 'errors'; errors: readonly ExpressionError[] } => {
  const reading: Reading = { errors: [] }
  const node = readAt(json, '', reading, 0)
  return reading.errors.length === 0 ? { kind: 'ok', node } : { kind: 'errors', errors: reading.errors }
}

/** The tree of an expression that was checked before. Throws Problem `rule.invalid` when its shape is at fault. */
export const nodeOf = (json: unknown): Node => {
  const read = readExpression(json)
  if (read.kind === 'ok') return read.node
  const [first] = read.errors
  throw new Problem('rule.invalid', `判定标准的算式有误:${first?.path ?? ''} ${first?.message ?? ''}。请改正后重试。`)
}
