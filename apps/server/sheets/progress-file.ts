import { PROGRESS_MARK, progressSheet } from '@yundiao/briefings'
import { type LocalDate, Problem } from '@yundiao/kernel'
import { xlsxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { printedAt } from '../acts/keep-paper.ts'
import type { ProgressSheetView } from '../views/progress-sheet.ts'
import type { ItemTarget } from './item-targets.ts'
import { readPercentCell } from './item-words.ts'
import { openSheets, type SheetFile } from './read-file.ts'
import { type ItemSheetRow, readItemSheet } from './read-item-sheet.ts'
import { faultOf } from './sheet-body.ts'

/** 《推进情况表》 as the unit fills it in with pen or WPS. */
export const progressFile = async (store: Store, caller: Caller, view: ProgressSheetView): Promise<Uint8Array> => {
  const sheet = progressSheet({
    lines: view.rows.map(({ state, last, ...row }) => ({
      ...row,
      state: state.word,
      last: last && { ...last, asOf: last.asOf as LocalDate },
    })),
    asOf: view.asOf as LocalDate,
    asKnownOn: caller.today,
    reporter: view.unit.name,
    longest: view.longest,
    checkpoint: await store.newestCheckpoint(caller),
  })
  return xlsxBytes(sheet, { printedAt: printedAt(store) })
}

export type ReadBack = {
  rows: { item: string; text: string; percent: number | null; problems: string | null; nextSteps: string | null }[]
  /** Rows and cells that were not read, with the place. */
  notes: string[]
}

const markOf = ({ others }: ItemSheetRow): string | null =>
  others.find(({ head }) => head === PROGRESS_MARK)?.words ?? null

const wordsOf = (row: ItemSheetRow, target: ItemTarget): string | null => {
  const words = row.cells.get(target)?.raw.trim() ?? ''
  return words === '' ? null : words
}

const percentOf = (row: ItemSheetRow, notes: string[]): number | null => {
  const cell = row.cells.get('percent')
  if (!cell || cell.raw.trim() === '') return null
  const found = readPercentCell(cell)
  if ('value' in found) return Math.round(found.value * 1000) / 10
  notes.push(`第 ${row.row} 行“完成%”：${found.doubt}`)
  return null
}

const isFilled = (row: ItemSheetRow): boolean =>
  (['text', 'percent', 'problems', 'nextSteps'] as const).some((target) => wordsOf(row, target) !== null)

const readBack = (row: ItemSheetRow, items: ReadonlyMap<string, string>, back: ReadBack): void => {
  if (!isFilled(row)) return
  const item = items.get(markOf(row) ?? '') ?? items.get(wordsOf(row, 'number') ?? '')
  const bad = [...row.cells.values()].map(faultOf).find((fault) => fault !== null)
  if (bad || item === undefined) {
    back.notes.push(
      bad?.message ?? `第 ${row.row} 行：${wordsOf(row, 'number') ?? '没有编号'} 不在本单位未办结的事项中，未带入`,
    )
    return
  }
  if (back.rows.some((one) => one.item === item)) {
    back.notes.push(`第 ${row.row} 行：${wordsOf(row, 'number') ?? ''} 重复，后一行未带入`)
    return
  }
  back.rows.push({
    item,
    text: wordsOf(row, 'text') ?? '',
    percent: percentOf(row, back.notes),
    problems: wordsOf(row, 'problems'),
    nextSteps: wordsOf(row, 'nextSteps'),
  })
}

/** Reads a 推进情况表 that comes back, ours or one with the same columns, against the open items of the unit. */
export const readProgressFile = async (file: SheetFile, view: ProgressSheetView): Promise<ReadBack> => {
  const items = new Map(view.rows.flatMap(({ item, number }) => [[item, item] as const, [number, item] as const]))
  const back: ReadBack = { rows: [], notes: [] }
  let found = false
  for (const sheet of await openSheets(file)) {
    const read = await readItemSheet(sheet)
    found ||= read !== null
    for (const row of read?.rows ?? []) readBack(row, items, back)
  }
  if (!found)
    throw new Problem(
      'input.invalid',
      `${file.name} 里没有找到推进情况表的表头（编号、督办事项、进展情况），请用导出的表填写`,
      {
        name: file.name,
      },
    )
  return back
}
