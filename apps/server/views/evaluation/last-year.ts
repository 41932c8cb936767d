import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { type Run, readRun, unitKeys } from './kept.ts'
import { readListWords } from './list.ts'

/** What a year may be held against, the surest first: a 公示 withdrawn is none. */
const ORDER = ['定稿', '公示', '试算']

/** The run of the year before under the same scheme, the newest that was settled or made public first. */
export const lastYearsRun = async (
  store: Store,
  caller: Caller,
  run: Run,
  on: LocalDate | undefined,
): Promise<{ id: string; title: string } | null> => {
  const { records } = await readListWords(store, caller, on)
  const year = String(Number(run.record.period) - 1)
  const before = records.filter(
    (one) =>
      one.scheme === run.record.scheme &&
      one.period === year &&
      one.track === run.record.track &&
      one.replacedBy === null &&
      ORDER.includes(one.state),
  )
  const [found] = before.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  return found ? { id: found.id, title: found.title } : null
}

/** Where each unit of a run stood the year before; null where no such run is in sight. */
export const lastYearsPlaces = async (
  store: Store,
  caller: Caller,
  run: Run,
  on: LocalDate | undefined,
): Promise<{ run: { id: string; name: string }; gradeOf: (unit: string) => string | null } | null> => {
  const found = await lastYearsRun(store, caller, run, on)
  const before = found ? await readRun(store, caller, found.id) : null
  if (!found || !before?.result?.grades) return null
  const { units, grades } = before.result
  const old = unitKeys(before)
  const held = new Map(units.map((unit, i) => [old.get(unit) ?? unit, grades.units[i]?.grade ?? null]))
  const now = unitKeys(run)
  return { run: { id: found.id, name: found.title }, gradeOf: (unit) => held.get(now.get(unit) ?? unit) ?? null }
}
