import { z } from '@hono/zod-openapi'
import { LONGEST_PROGRESS } from '@yundiao/directives'
import { addMonths, isClosed, type LocalDate, localDate, Problem, partsOf } from '@yundiao/kernel'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { ownUnit } from '../acts/add-progress.ts'
import type { ProgressRecord } from './item-facts.ts'
import { readProgress } from './item-facts.ts'
import { type Judged, percentShown, unitWords } from './item-row.ts'
import { byNumber, readJudged } from './items.ts'
import { type Names, readNames } from './names.ts'

const text = z.string().nullable()
const last = z.object({
  asOf: z.string(),
  text: z.string(),
  percent: z.number().nullable(),
  problems: text,
  nextSteps: text,
})

export const progressSheetSchema = z
  .object({
    asOf: z.string(),
    unit: z.object({ id: z.string(), name: z.string() }),
    /** The sheet is kept for another unit: 代录, with how it was told. */
    onBehalf: z.boolean(),
    longest: z.number().int(),
    may: z.boolean(),
    rows: z.array(
      z.object({
        item: z.string(),
        number: z.string(),
        title: z.string(),
        leadUnit: text,
        deadline: text,
        state: z.object({ word: z.string(), reason: z.string() }),
        /** The unit's note before this one; another unit's where it gave none. */
        last: last.nullable(),
        now: last.omit({ asOf: true }).extend({ id: z.string(), version: z.number().int() }).nullable(),
        demo: z.boolean(),
      }),
    ),
  })
  .openapi('ProgressSheet')
export type ProgressSheetView = z.infer<typeof progressSheetSchema>
export type ProgressSheetRow = ProgressSheetView['rows'][number]

const REPORTING_DAY = 25

/** 截至25日: the last 25th up to a day. */
export const reportingDay = (today: LocalDate): LocalDate => {
  const { year, month } = partsOf(partsOf(today).day >= REPORTING_DAY ? today : addMonths(today, -1))
  return localDate(year, month, REPORTING_DAY) ?? today
}

/** The unit a sheet is of: a unit's own, or one the office keeps it for. Throws Problem input.invalid without one. */
export const unitOfSheet = (caller: Caller, asked: string | undefined, names: Names): string => {
  const own = ownUnit(caller)
  if (!mayDo(caller)['item.create']) {
    if (own !== null && (asked === undefined || asked === own)) return own
    throw new Problem('right.missing', '只能填报本单位的推进情况表', { unit: asked ?? '' })
  }
  const unit = asked ?? own
  if (unit !== null && unit !== undefined && names.unit(unit) !== null) return unit
  throw new Problem('input.invalid', '请先选择代哪个单位填报', { field: 'unit' })
}

const told = (note: ProgressRecord) => ({
  text: note.text,
  percent: percentShown(note.percent),
  problems: note.problems,
  nextSteps: note.nextSteps,
})

const rowOf = (
  { item, judgement }: Judged,
  { notes, unit, asOf, names }: { notes: readonly ProgressRecord[]; unit: string; asOf: LocalDate; names: Names },
): ProgressSheetRow => {
  const before = notes.filter((note) => (note.asOf ?? '') < asOf)
  const earlier = before.find((note) => note.unit === unit) ?? before[0]
  const now = notes.find((note) => note.asOf === asOf && note.unit === unit)
  return {
    item: item.id,
    number: item.number,
    title: item.title,
    leadUnit: unitWords(item.leadUnit, names),
    deadline: item.extendedTo ?? item.deadline ?? item.deadlineWords,
    state: { word: judgement.state, reason: judgement.because },
    last: earlier ? { asOf: earlier.asOf ?? earlier.knownFrom, ...told(earlier) } : null,
    now: now ? { id: now.id, version: now.version, ...told(now) } : null,
    demo: item.demo,
  }
}

const isOwn = ({ item }: Judged, unit: string): boolean =>
  item.leadUnit === unit || (item.assistUnits ?? []).includes(unit)

/** 本月进展 of one unit in one sheet: every open item it leads or helps with, what it said last and what it says now. */
export const readProgressSheet = async (
  store: Store,
  caller: Caller,
  { asOf, unit: asked }: { asOf: LocalDate; unit: string | undefined },
): Promise<ProgressSheetView> => {
  const names = await readNames(store, caller)
  const unit = unitOfSheet(caller, asked, names)
  const open = (await readJudged(store, caller, caller.today)).filter(
    (judged) => isOwn(judged, unit) && judged.item.closedOn === null && !isClosed(judged.judgement.state),
  )
  const ids = open.map(({ item }) => item.id)
  const notes = Map.groupBy(await readProgress(store, caller, ids, caller.today), (note) => note.item)
  return {
    asOf,
    unit: { id: unit, name: names.unit(unit) ?? unit },
    onBehalf: unit !== ownUnit(caller),
    longest: LONGEST_PROGRESS,
    may: mayDo(caller)['item.progress'] === true,
    // In the order of the register, which stays while states move.
    rows: open
      .toSorted(byNumber)
      .map((judged) => rowOf(judged, { notes: notes.get(judged.item.id) ?? [], unit, asOf, names })),
  }
}
