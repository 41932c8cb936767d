import type { CellFormat, Sheet, SheetCell, SheetColumn } from '@yundiao/briefings'
import type { LocalDate } from '@yundiao/kernel'
import type { Compare, Fig } from '../views/figure-schema.ts'
import type { PeriodLineView, PeriodSheetView } from '../views/period-sheet-schema.ts'
import { compareCell, figureCell } from '../views/sheet-cells.ts'

const column = (label: string, format: CellFormat, under?: string): SheetColumn => ({
  label,
  // Room for a mark behind the digits.
  width: format === 'text' ? 16 : 14,
  format,
  ...(under === undefined ? {} : { under: [under] }),
})

type Inner = ReadonlySet<string>

const figure = (of: Fig | null, inner: Inner): SheetCell => figureCell(of, null, of !== null && inner.has(of.ref))

const either = (of: Fig | Compare | null, inner: Inner): SheetCell => {
  if (of === null) return null
  return 'ref' in of ? figure(of, inner) : compareCell(of)
}

type Slot = { column: SheetColumn; cell: (line: PeriodLineView) => SheetCell }

/** 拉动 and 贡献率, and ours beside them where published ones stand. */
const pullSlots = ({ pullsOn, rows }: PeriodSheetView, inner: Inner): Slot[] => {
  if (pullsOn === null) return []
  const slots: Slot[] = [
    { column: column('百分点', 'level', `拉动${pullsOn}`), cell: ({ pull }) => either(pull, inner) },
    { column: column('贡献率%', 'rate'), cell: ({ contribution }) => either(contribution, inner) },
  ]
  if (rows.every(({ ours }) => ours === null)) return slots
  return [...slots, { column: column('测算拉动（百分点）', 'level'), cell: ({ ours }) => either(ours, inner) }]
}

const slotsOf = ({ levelUnit, levelApplies, singleApplies, price, ...view }: PeriodSheetView): Slot[] => {
  const inner: Inner = new Set(view.inner)
  const levels: readonly Slot[] = [
    { column: column(levelUnit, 'level', '累计'), cell: ({ level }) => figure(level, inner) },
    { column: column('增速%', 'rate', '累计'), cell: ({ growth }) => figure(growth, inner) },
  ]
  const alone: readonly Slot[] = [
    { column: column('期别', 'text', '当期'), cell: ({ aloneWords }) => ({ text: aloneWords ?? '同累计' }) },
    { column: column(levelUnit, 'level', '当期'), cell: ({ single }) => either(single, inner) },
    { column: column('增速%', 'rate', '当期'), cell: ({ singleGrowth }) => either(singleGrowth, inner) },
  ]
  const withoutLevel = (slots: readonly Slot[]) =>
    levelApplies ? slots : slots.filter(({ column: { format } }) => format !== 'level')
  return [
    { column: column('期别', 'text'), cell: ({ periodWords }) => ({ text: periodWords }) },
    ...withoutLevel(levels),
    ...(singleApplies ? withoutLevel(alone) : []),
    { column: column('两年平均%', 'rate'), cell: ({ twoYear }) => either(twoYear, inner) },
    ...(levelApplies
      ? [{ column: column('现价增速%', 'rate'), cell: (line: PeriodLineView) => compareCell(line.nominal) }]
      : []),
    ...(levelApplies && price !== null
      ? [
          {
            column: column(price === 'implied' ? '价格变动%' : '扣除价格%', 'rate'),
            cell: (line: PeriodLineView) => compareCell(line.price),
          },
        ]
      : []),
    ...(levelApplies && singleApplies
      ? [{ column: column('较序时（百分点）', 'difference'), cell: (line: PeriodLineView) => compareCell(line.pace) }]
      : []),
    ...pullSlots({ levelUnit, levelApplies, singleApplies, price, ...view }, inner),
  ]
}

type Printed = { checkpoint: string | null; reporter: string }

/** 各期推算 as it leaves: the columns of the page, published figures and what was worked out each bound to its 出处. */
export const periodsSheetOf = (
  view: PeriodSheetView,
  { name, on }: { name: string; on: LocalDate },
  { checkpoint, reporter }: Printed,
): Sheet => {
  const slots = slotsOf(view)
  const kind = view.kinds.find(({ key }) => key === view.kind)
  const isPublished = view.kind === view.kinds[0]?.key
  return {
    name: '各期推算',
    title: `${view.region.name}${name}各期推算${isPublished || !kind ? '' : `（${kind.label}）`}`,
    reporter,
    unitLine: `${view.levelUnit}、%、百分点`,
    asKnownOn: on,
    columns: slots.map((slot) => slot.column),
    rows: view.rows.map((line) => ({ cells: slots.map(({ cell }) => cell(line)) })),
    notes: view.notes,
    freezeColumns: 1,
    print: { paper: 'A4', orientation: 'landscape' },
    checkpoint,
  }
}
