import { Problem } from '@yundiao/kernel'
import { duplicateForm } from '@yundiao/ledgers'
import type { Caller, Change, Store } from '@yundiao/store'
import { readUnits, type UnitBook } from '../acts/item-units.ts'
import { refuseBlocked } from '../acts/refuse-blocked.ts'
import { registerRows } from '../acts/register-item.ts'
import { type ItemRecord, WITHDRAWN } from '../views/item-facts.ts'
import { type Doubt, draftItemRow, type ItemDraft } from './draft-item-row.ts'
import type { ItemImport, ItemImportRow } from './item-import-result.ts'
import { ITEM_TARGETS, type ItemTarget, targetLabel } from './item-targets.ts'
import { openSheets, type SheetFile } from './read-file.ts'
import { type ItemSheet, readItemSheet } from './read-item-sheet.ts'

export type ItemImportAsk = {
  file: SheetFile
  /** Tell what would come of it; write nothing. */
  dryRun: boolean
  /** Rows alike to what is there that a person takes all the same, and rows left out, by id. */
  take: readonly string[]
  leave: readonly string[]
  /** Heads of unmatched columns whose words go into 备注. */
  keep: readonly string[]
}

const idOf = ({ sheet, row }: Pick<ItemDraft, 'sheet' | 'row'>): string => `${sheet}!${row}`

const readAll = async (file: SheetFile): Promise<{ sheets: ItemSheet[]; skipped: string[] }> => {
  const found = await Promise.all(
    (await openSheets(file)).map(async (sheet) => ({ name: sheet.name, read: await readItemSheet(sheet) })),
  )
  const sheets = found.flatMap(({ read }) => (read ? [read] : []))
  if (sheets.length === 0)
    throw new Problem(
      'input.invalid',
      `${file.name} 里没有找到督办台账的表头。前 20 行内要有一行写着“督办事项”和其他栏目名，请核对后再导入`,
      { name: file.name },
    )
  return { sheets, skipped: found.flatMap(({ name, read }) => (read ? [] : [name])) }
}

/** What rows are held against: numbers and titles in the system and in the file so far. */
const alikeTo = (stored: readonly ItemRecord[]) => {
  const numbers = new Map(stored.map((item) => [duplicateForm(item.number), `${item.number} ${item.title}`]))
  const titles = new Map(
    stored
      .filter((item) => item.state !== WITHDRAWN)
      .map((item) => [duplicateForm(item.title), `${item.number} ${item.title}`]),
  )
  return (draft: ItemDraft): { number: string | null; title: string | null } => {
    const [number, title] = [duplicateForm(draft.number ?? ''), duplicateForm(draft.title)]
    const found = { number: numbers.get(number) ?? null, title: titles.get(title) ?? null }
    const name = `本表第 ${draft.row} 行`
    if (number !== '' && !numbers.has(number)) numbers.set(number, name)
    if (!titles.has(title)) titles.set(title, name)
    return found
  }
}

const textsIn = (draft: ItemDraft): string[] =>
  [...Object.values(draft.item), ...Object.values(draft.progress ?? {})]
    .flat()
    .filter((value): value is string => typeof value === 'string')

const place = (draft: ItemDraft, { label }: Doubt): string => `第 ${draft.row} 行“${label}”`

type JudgedDraft = { draft: ItemDraft; row: ItemImportRow }

type RowContext = {
  units: UnitBook
  alike: { number: string | null; title: string | null }
  blocked: ReadonlySet<string>
}

const remark = (label: string, value: string, message: string): Doubt => ({ cell: '', label, value, message })

/** Everything a person should look at in a row, what keeps it out first. */
const doubtsOf = (draft: ItemDraft, { alike, isBlocked }: RowContext & { isBlocked: boolean }): Doubt[] => {
  const { saidState: said, judged, fault } = draft
  const differs = fault === null && said !== null && said !== '未评' && said !== judged.state
  return [
    ...(fault ? [fault] : []),
    ...(isBlocked ? [remark('内容', '', '含有禁录名单中的名称，未导入；请删去该名称，或由管理员核对禁录名单')] : []),
    ...(alike.number ? [remark('编号', draft.number ?? '', `编号已有：${alike.number}，未导入`)] : []),
    ...draft.doubts,
    ...(differs ? [remark('办理状态', said, `表中为“${said}”，系统判为“${judged.state}”：${judged.because}`)] : []),
  ]
}

const rowOf = (draft: ItemDraft, context: RowContext): ItemImportRow => {
  const { units, alike, blocked } = context
  const isBlocked = textsIn(draft).some((text) => blocked.has(text))
  const isRefused = draft.fault !== null || isBlocked || alike.number !== null
  const { leadUnit, deadline, deadlineWords } = draft.item
  return {
    id: idOf(draft),
    sheet: draft.sheet,
    row: draft.row,
    number: draft.number,
    title: draft.title,
    leadUnit: typeof leadUnit === 'string' ? units.nameOf(leadUnit) : null,
    deadline: String(deadline ?? deadlineWords ?? '') || null,
    state: draft.judged.state,
    kind: isRefused ? 'refused' : alike.title ? 'alike' : 'new',
    alike: alike.title && !isRefused ? [alike.title] : [],
    doubts: doubtsOf(draft, { ...context, isBlocked }).map((doubt) => ({ ...doubt, label: place(draft, doubt) })),
  }
}

const unmatchedOf = (sheets: readonly ItemSheet[]): ItemImport['unmatched'] => {
  const personal = sheets.flatMap(({ head }) =>
    [...head.columns.values()].includes('contact') ? [targetLabel('contact')] : [],
  )
  const others = sheets.flatMap(({ head }) => head.unmatched.map((one) => one.head))
  return [
    ...[...new Set(personal)].map((head) => ({ head, personal: true })),
    ...[...new Set(others)].map((head) => ({ head, personal: false })),
  ]
}

const EXPECTED: readonly ItemTarget[] = ['number', 'openedOn', 'basis', 'leadUnit', 'deadline', 'text', 'state']

const missingOf = (sheets: readonly ItemSheet[]): string[] => {
  const held = new Set(sheets.flatMap(({ head }) => [...head.columns.values()]))
  return EXPECTED.filter((target) => !held.has(target) && target in ITEM_TARGETS).map(targetLabel)
}

const write = async (store: Store, caller: Caller, ask: ItemImportAsk, drafts: readonly ItemDraft[]): Promise<void> => {
  // The file stays as evidence, found again by its content: each item's event names it.
  const { sha256 } = await store.putFile(ask.file.bytes, { maxBytes: ask.file.bytes.length })
  const note = `导入旧台账 ${ask.file.name}（SHA-256 ${sha256}）`
  const rows = drafts.map(({ item, number, sheet, row }) => ({
    values: item,
    own: number,
    note: `${note} ${sheet} 第 ${row} 行`,
  }))
  const notesOf = (ids: readonly string[]): Change[] =>
    drafts.flatMap(({ progress }, at): Change[] =>
      progress ? [{ do: 'add', table: 'progress', rows: [{ values: { ...progress, item: ids[at] ?? '' } }] }] : [],
    )
  await registerRows(store, caller, rows, { also: notesOf })
}

const isTaken = ({ row }: JudgedDraft, { take, leave }: ItemImportAsk): boolean =>
  !leave.includes(row.id) && (row.kind === 'new' || (row.kind === 'alike' && take.includes(row.id)))

/**
 * Takes an old 督办台账 into the system: the rows a person accepted, all in one commit. A dry run tells, row by row, what
 * would be added, each cell to be looked at, and what may be there already. Throws Problem for a file that cannot be read.
 */
export const importItems = async (store: Store, caller: Caller, ask: ItemImportAsk): Promise<ItemImport> => {
  await refuseBlocked(store, caller, { 文件名: ask.file.name })
  const { sheets, skipped } = await readAll(ask.file)
  const units = await readUnits(store, caller)
  const drafts = sheets
    .flatMap(({ rows }) => rows)
    .map((row) => draftItemRow(row, { units, today: caller.today, keep: ask.keep }))
  const stored = await store.records(caller, 'item')
  const alike = alikeTo(stored)
  const blocked = await store.blockedTexts(caller, drafts.flatMap(textsIn))
  const judged = drafts.map((draft): JudgedDraft => {
    const row = rowOf(draft, { units, alike: alike(draft), blocked })
    return { draft, row }
  })
  const taken = judged.filter((one) => isTaken(one, ask))
  if (!ask.dryRun && taken.length > 0)
    await write(
      store,
      caller,
      ask,
      taken.map(({ draft }) => draft),
    )
  return {
    rows: judged.map(({ row }) => row),
    accepted: taken.length,
    unmatched: unmatchedOf(sheets),
    missing: missingOf(sheets),
    skipped,
  }
}
