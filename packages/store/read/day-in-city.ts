import type { LocalDate } from '@yundiao/kernel'

const ZONE = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in the city's zone at an instant, whatever the zone of the process. */
export const dayInCity = (at: Date): LocalDate => ZONE.format(at) as LocalDate
