import { type FieldValue, type FieldView, plainNumber } from '@yundiao/ui'

export const YES = '是'
export const NO = '否'

/** A value as a person would type it into the sheet: digits in its unit, 是 and 否; '' is not known. */
export const textOfValue = (field: FieldView, value: FieldValue | undefined): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return plainNumber(value, field.shownIn)
  if (typeof value === 'boolean') return value ? YES : NO
  return value
}
