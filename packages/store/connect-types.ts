import pg from 'pg'

const OID = { int8: 20, int8s: 1016, date: 1082, dates: 1182, timestamp: 1114, timestamptz: 1184, timestamptzs: 1185 }

type Parse = (text: string) => unknown

/** int8 as a number. Throws where a number could not hold it exactly: never a silently rounded amount. */
export const parseInt8 = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond ±(2^53 − 1)`)
  return value
}

const SHAPE = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d(?::\d\d)?)$/

/**
 * timestamptz as `YYYY-MM-DDTHH:MM:SS.mmmZ`, the form events are hashed in; what is finer than ms is cut off.
 * `infinity` stays as it is.
 */
export const parseInstant = (text: string): string => {
  const match = SHAPE.exec(text)
  if (!match) return text
  const [, day = '', time = '', fraction = '', offset = ''] = match
  const ms = `${fraction}000`.slice(0, 3)
  if (offset === '+00') return `${day}T${time}.${ms}Z`
  return new Date(`${day}T${time}.${ms}${offset.length === 3 ? `${offset}:00` : offset}`).toISOString()
}

/** One-dimensional arrays of elements that hold no comma. */
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((part) => (part === 'NULL' ? null : parse(part.replaceAll('"', ''))))

const asIs: Parse = (text) => text

const PARSERS: ReadonlyMap<number, Parse> = new Map([
  [OID.int8, parseInt8],
  [OID.int8s, arrayOf(parseInt8)],
  [OID.date, asIs],
  [OID.dates, arrayOf(asIs)],
  [OID.timestamp, asIs],
  [OID.timestamptz, parseInstant],
  [OID.timestamptzs, arrayOf(parseInstant)],
])

/** How rows of the store read: days and instants as text, int8 as a checked number, the rest as `pg` does. */
export const storeTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : PARSERS.get(oid)
    return own ?? (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text'))
  },
}
