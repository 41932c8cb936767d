import type { Note } from '../run/result.ts'
import type { Inputs } from '../scheme/scheme.ts'
import { robustnessShape } from './shape-uncertainty.ts'

/** What files say for people; anything else that is not read may be a slip of the pen. */
const FOR_PEOPLE = [
  'name',
  'title',
  'label',
  'description',
  'unit',
  'source',
  'note',
  'comment',
  'level',
  'type',
  'year',
]

const strangers = (value: unknown, known: readonly string[]): string[] =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).filter((key) => !known.includes(key) && !FOR_PEOPLE.includes(key.toLowerCase()))
    : []

const TOP = Object.keys(robustnessShape.shape)
const OF_INDICATOR = Object.keys(robustnessShape.shape.indicators.element.shape)

/**
 * Keys and columns of a file that nothing reads, as notes: `treatment` for `treat`, `goalpost` for `goalposts`, figures
 * of a node that has parts. They are left alone, but a scheme without its treatment is another scheme.
 */
export const unreadNotes = (file: unknown, values: Inputs['values'], leaves: readonly string[]): Note[] => {
  const { indicators } = file as { indicators?: unknown }
  const places = [
    ...strangers(file, TOP),
    ...(Array.isArray(indicators)
      ? indicators.flatMap((one, i) => strangers(one, OF_INDICATOR).map((key) => `indicators[${i + 1}].${key}`))
      : []),
    ...Object.keys(values).flatMap((code) => (leaves.includes(code) ? [] : [`values.${code}`])),
  ]
  return places.map((where) => ({
    where,
    what: 'not-read',
    message: `${where}：没有用到这一项，名称或位置写错的请改正`,
  }))
}
