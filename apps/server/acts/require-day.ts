import { type LocalDate, Problem, parseLocalDate } from '@yundiao/kernel'

/** A day as a form sends it; null and an empty field are not known. Throws Problem day.invalid that names the place. */
export const optionalDay = (place: string, text: string | null | undefined): LocalDate | null => {
  if (text === null || text === undefined || text.trim() === '') return null
  const day = parseLocalDate(text.trim())
  if (!day) throw new Problem('day.invalid', `${place} ${text} 不是一个日期，应写作 2022-06-30`, { field: place })
  return day
}

export const requireDay = (place: string, text: string): LocalDate => {
  const day = optionalDay(place, text)
  if (!day) throw new Problem('day.invalid', `请填写${place}，写作 2022-06-30`, { field: place })
  return day
}
