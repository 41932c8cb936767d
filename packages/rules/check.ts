import { type ExpressionError, type Node, OPERATORS, type Signature, type ValueType } from './expression.ts'
import { readExpression } from './read.ts'

const TYPE_WORDS: Readonly<Record<ValueType, string>> = { number: '数字', text: '文字', boolean: '是否', day: '日期' }

type Typed = ValueType | null
type Checking = { types: Readonly<Record<string, ValueType>>; errors: ExpressionError[] }

const refuse = (checking: Checking, path: string, message: string): null => {
  checking.errors.push({ path, message })
  return null
}

const under = (path: string, step: string | number): string => (path === '' ? String(step) : `${path}/${step}`)
const words = (types: readonly ValueType[]): string => types.map((type) => TYPE_WORDS[type]).join('、')

/** Types of arguments that failed are null and were told already: they cause no second complaint. */
const expectAt = (checking: Checking, path: string, found: Typed, wanted: ValueType): void => {
  if (found === null || found === wanted) return
  const hint = wanted === 'number' && found === 'day' ? ';相隔天数请用 days-between' : ''
  refuse(checking, path, `此处应为${TYPE_WORDS[wanted]},实为${TYPE_WORDS[found]}${hint}`)
}

const checkAlike = (checking: Checking, path: string, found: readonly Typed[]): Typed => {
  const known = [...new Set(found.filter((type) => type !== null))]
  return known.length > 1 ? refuse(checking, path, `各参数类型应相同,实有${words(known)}`) : (known[0] ?? null)
}

const checkOrdered = (checking: Checking, path: string, found: readonly Typed[]): Typed => {
  const type = checkAlike(checking, path, found)
  return type === 'text' || type === 'boolean'
    ? refuse(checking, path, `${TYPE_WORDS[type]}没有大小先后,只有数字和日期可比`)
    : type
}

const checkArguments = (checking: Checking, path: string, signature: Signature, found: readonly Typed[]): Typed => {
  const { takes } = signature
  if (takes === 'any') return null
  if (takes === 'same') return checkAlike(checking, path, found)
  if (takes === 'ordered') return checkOrdered(checking, path, found)
  found.forEach((type, i) => {
    const wanted = typeof takes === 'string' ? takes : takes[i]
    if (wanted) expectAt(checking, under(path, i), type, wanted)
  })
  return null
}

const checkIf = (checking: Checking, path: string, found: readonly Typed[]): Typed => {
  const isCondition = (i: number): boolean => i % 2 === 0 && i < found.length - 1
  found.forEach((type, i) => {
    if (isCondition(i)) expectAt(checking, under(path, i), type, 'boolean')
  })
  return checkAlike(
    checking,
    path,
    found.filter((_, i) => !isCondition(i)),
  )
}

const typeAt = (checking: Checking, node: Node, path: string): Typed => {
  switch (node.kind) {
    case 'literal':
      return node.type
    case 'var':
      return Object.hasOwn(checking.types, node.name)
        ? (checking.types[node.name] ?? null)
        : refuse(checking, under(path, 'var'), `没有“${node.name}”这个字段`)
    case 'list':
      return checkAlike(
        checking,
        path,
        node.items.map((item, i) => typeAt(checking, item, under(path, i))),
      )
    case 'call': {
      const inner = under(path, node.op)
      const found = node.args.map((arg, i) => typeAt(checking, arg, under(inner, i)))
      if (node.op === 'if') return checkIf(checking, inner, found)
      const signature: Signature = OPERATORS[node.op]
      const alike = checkArguments(checking, inner, signature, found)
      return signature.gives === 'same' ? alike : signature.gives
    }
  }
}

/**
 * Whether an expression can be judged on facts of these types, and the type it gives. Strict: a number never meets
 * text, a day never meets text, and text and booleans have no order. Every fault is listed with its place.
 */
export const checkExpression = (
  expression: unknown,
  types: Readonly<Record<string, ValueType>>,
): { kind: 'ok'; type: ValueType } | { kind: 'errors'; errors: readonly ExpressionError[] } => {
  const read = readExpression(expression)
  if (read.kind === 'errors') return read
  const checking: Checking = { types, errors: [] }
  const type = typeAt(checking, read.node, '')
  return type === null || checking.errors.length > 0
    ? { kind: 'errors', errors: checking.errors }
    : { kind: 'ok', type }
}
