import type { LocalDate } from '@yundiao/kernel'

type Value = string | number | boolean | null | readonly string[]

/** A record of the demonstration: invented, marked 演示. Ids begin with `demo-`, the same at every start. */
export type DemoRecord = {
  table: 'meeting' | 'agenda' | 'post' | 'charge' | 'item' | 'progress' | 'itemLink'
  id: string
  /** The day the city is to have known it. */
  knownFrom: LocalDate
  values: Readonly<Record<string, Value>>
}

/** What became of a record on a later day: a next version, so that it reads as it stood on any day before. */
export type DemoChange = { table: DemoRecord['table']; id: string; on: LocalDate; set: Readonly<Record<string, Value>> }
