import type { LocalDate, Sensitivity } from '@yundiao/kernel'
import type { Field, FieldKind, LedgerDefinition } from './definition.ts'

/** A field whose kind, necessity and choices are known to the compiler. Assignable to Field. */
export interface FieldOf<K extends FieldKind, R extends boolean, C extends string = string>
  extends Omit<Field, 'kind' | 'required' | 'choices'> {
  kind: K
  required: R
  choices?: readonly C[]
}

/** What a constructor takes beside the label. Sensitivity is `internal` (phone, person: `personal`) when left out. */
export type FieldOptions = Partial<Omit<Field, 'kind' | 'label' | 'required' | 'choices' | 'ledger'>>

const make = <K extends FieldKind>(
  kind: K,
  label: string,
  options: FieldOptions,
  sensitivity: Sensitivity = 'internal',
): FieldOf<K, true> => ({ sensitivity, ...options, kind, label, required: true })

/** One line of text. */
export const text = (label: string, options: FieldOptions = {}) => make('text', label, options)
/** Several lines of text. */
export const longText = (label: string, options: FieldOptions = {}) => make('long-text', label, options)
/** One word of a fixed list, which is also its sorting order. */
export const choice = <const C extends string>(
  label: string,
  choices: readonly C[],
  options: FieldOptions = {},
): FieldOf<'choice', true, C> => ({ ...make('choice', label, options), choices })
/** A whole number. */
export const integer = (label: string, options: FieldOptions = {}) => make('integer', label, options)
/** A number in the unit its label names. */
export const number = (label: string, options: FieldOptions = {}) => make('number', label, options)
/** A share, 0–1 inside; shown in %. */
export const ratio = (label: string, options: FieldOptions = {}) => make('ratio', label, { shownIn: '%', ...options })
/** An amount, 元 inside (fen in the store); shown in 万元 unless said otherwise. */
export const money = (label: string, options: FieldOptions = {}) =>
  make('money', label, { shownIn: '万元', ...options })
/** An area, ㎡ inside; shown in 亩 unless said otherwise. */
export const area = (label: string, options: FieldOptions = {}) => make('area', label, { shownIn: '亩', ...options })
/** A calendar day. */
export const day = (label: string, options: FieldOptions = {}) => make('day', label, options)
/** Yes or no. */
export const yes = (label: string, options: FieldOptions = {}) => make('boolean', label, options)
/** An entry of another ledger, by id. */
export const link = (label: string, ledger: string, options: FieldOptions = {}): FieldOf<'link', true> => ({
  ...make('link', label, options),
  ledger,
})
/** A unit of the city, by the id of the city pack. */
export const unit = (label: string, options: FieldOptions = {}) => make('unit', label, options)
/** A person's name: personal unless the options say otherwise (a leader acting in office is not). */
export const person = (label: string, options: FieldOptions = {}) => make('person', label, options, 'personal')
/** A telephone number, personal. */
export const phone = (label: string, options: FieldOptions = {}) => make('phone', label, options, 'personal')

/** A boundary: a GeoJSON polygon as text (kernel's parsePolygon), drawn on the map and in no sheet. */
export const geometry = (label: string, options: FieldOptions = {}) => make('geometry', label, options)

/** The same field, allowed to be not known. Rebuilt rather than intersected, so that its value's type gains null. */
export const maybe = <K extends FieldKind, C extends string>(field: FieldOf<K, boolean, C>): FieldOf<K, false, C> => ({
  ...field,
  required: false,
})

/** Keeps the exact type of a definition, and refuses a key that is none of its fields. */
export const defineLedger = <const L extends LedgerDefinition>(ledger: L & { key: keyof L['fields'] & string }): L =>
  ledger

/** A value as engines see it: 元, ㎡, ratio, `YYYY-MM-DD`; null is not known. */
export type Cell = string | number | boolean | null

type ValueOf<F extends Field> = F['kind'] extends 'integer' | 'number' | 'ratio' | 'money' | 'area'
  ? number
  : F['kind'] extends 'day'
    ? LocalDate
    : F['kind'] extends 'boolean'
      ? boolean
      : F extends { kind: 'choice'; choices?: readonly (infer C)[] }
        ? C
        : string

/** The values of one entry: money in 元, area in ㎡, ratios 0–1; null where a `maybe` field is not known. */
export type EntryOf<L extends LedgerDefinition> = {
  -readonly [N in keyof L['fields']]: L['fields'][N]['required'] extends true
    ? ValueOf<L['fields'][N]>
    : ValueOf<L['fields'][N]> | null
}

/** A field by name; undefined for a name that is none, inherited names such as `constructor` included. */
export const fieldOf = (definition: LedgerDefinition, name: string): Field | undefined =>
  Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined

/** Whether a field is a column of sheets; a boundary has no cell, and what stands apart none either. */
export const isOnSheet = (field: Field): boolean => !field.hidden && !field.apart && field.kind !== 'geometry'

/** A column's full head, outermost first, as people call it: 年度计划·投资. */
export const fullLabel = (field: Field): string => [...(field.under ?? []), field.label].join('·')
