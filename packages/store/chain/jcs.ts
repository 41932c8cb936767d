/** Deeper nesting is refused: nothing we record is so deep, and a value that holds itself ends here too. */
const DEEPEST = 500

/** A key or index, and where it lies. Spelt out only when something is refused. */
type Place = { key: string | number; within: Place } | null

const spell = (place: Place): string => {
  if (!place) return '$'
  const { key, within } = place
  return `${spell(within)}${typeof key === 'number' ? `[${key}]` : `.${key}`}`
}

const refuse = (place: Place, what: string): never => {
  throw new TypeError(`${spell(place)}: ${what} has no canonical JSON`)
}

const writeString = (text: string, place: Place): string =>
  text.isWellFormed() ? JSON.stringify(text) : refuse(place, 'a lone surrogate')

const writeArray = (list: readonly unknown[], place: Place, depth: number): string => {
  let text = '['
  for (let i = 0; i < list.length; i += 1) {
    if (i > 0) text += ','
    text += write(list[i], { key: i, within: place }, depth + 1)
  }
  return `${text}]`
}

const writeObject = (value: object, place: Place, depth: number): string => {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) refuse(place, 'an instance of a class')
  const entries = value as Record<string, unknown>
  let text = ''
  // The default sort of strings is by UTF-16 code units, which is the order RFC 8785 asks for.
  for (const key of Object.keys(entries).sort()) {
    const inner = { key, within: place }
    text += `${text === '' ? '' : ','}${writeString(key, inner)}:${write(entries[key], inner, depth + 1)}`
  }
  return `{${text}}`
}

const write = (value: unknown, place: Place, depth: number): string => {
  switch (typeof value) {
    case 'string':
      return writeString(value, place)
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : refuse(place, String(value))
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (depth >= DEEPEST) refuse(place, `nesting deeper than ${DEEPEST}`)
      return Array.isArray(value) ? writeArray(value, place, depth) : writeObject(value, place, depth)
    default:
      return refuse(place, typeof value)
  }
}

/**
 * The one text of a JSON value (RFC 8785): keys in UTF-16 order, numbers as ECMAScript prints them, no white space.
 * Throws TypeError naming the path for what has no such text: undefined, NaN, ±Infinity, bigint, functions, symbols,
 * instances of classes (Date, Map …), lone surrogates, a hole in an array, a value that holds itself. -0 is written 0.
 */
export const canonicalJson = (value: unknown): string => write(value, null, 0)
