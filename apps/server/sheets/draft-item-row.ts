import { type ClosureKind, type Item, type ItemJudgement, LONGEST_PROGRESS, type Progress } from '@yundiao/directives'
import { type LocalDate, parseLocalDate, type State } from '@yundiao/kernel'
import type { ReadCell } from '@yundiao/office'
import type { RecordValues } from '@yundiao/store'
import type { UnitBook } from '../acts/item-units.ts'
import { readDue } from '../acts/read-due.ts'
import { judgeFact } from '../views/item-facts.ts'
import type { ItemTarget } from './item-targets.ts'
import { targetLabel } from './item-targets.ts'
import {
  basisIn,
  closureIn,
  kindIn,
  type Reading,
  readDayCell,
  readPercentCell,
  stateIn,
  unitNames,
} from './item-words.ts'
import type { ItemSheetRow } from './read-item-sheet.ts'
import { faultOf } from './sheet-body.ts'

/** A cell a person has to look at: 第 7 行“完成时限”, what it holds, what became of it. */
export type Doubt = { cell: string; label: string; value: string; message: string }

/** An item as an old ledger tells it. What the sheet does not say is null; nothing is made up. */
export type ItemDraft = {
  sheet: string
  row: number
  number: string | null
  title: string
  item: RecordValues
  progress: RecordValues | null
  saidState: State | null
  /** Where it stands by what the sheet says. */
  judged: ItemJudgement
  doubts: readonly Doubt[]
  /** Why the row cannot be taken at all. */
  fault: Doubt | null
}

export type DraftBasis = { units: UnitBook; today: LocalDate; keep: readonly string[] }

const WIDEST = { title: 500, quote: 2000, basis: 200, measure: 500, remark: 1000, evidence: 500 } as const

/** Reads the cells of one row, keeping what a person should look at. */
const reader = (row: ItemSheetRow) => {
  const doubts: Doubt[] = []
  const cellOf = (target: ItemTarget): ReadCell | undefined => row.cells.get(target)
  const text = (target: ItemTarget): string | null => {
    const words = cellOf(target)?.raw.normalize('NFC').trim() ?? ''
    return words === '' || words === '待明确' ? null : words
  }
  const doubt = (target: ItemTarget, message: string): void => {
    const cell = cellOf(target)
    doubts.push({ cell: cell?.address ?? '', label: targetLabel(target), value: cell?.raw ?? '', message })
  }
  const read = <T>(target: ItemTarget, how: (cell: ReadCell) => Reading<T>): T | null => {
    const cell = cellOf(target)
    if (!cell || text(target) === null) return null
    const found = how(cell)
    if ('value' in found) return found.value
    doubt(target, found.doubt)
    return null
  }
  return { doubts, cellOf, text, doubt, read }
}

type Reader = ReturnType<typeof reader>

const yearIn = (number: string | null): number | null => {
  const year = /[〔[(【（](20\d{2})/u.exec(number ?? '')?.[1]
  return year === undefined ? null : Number(year)
}

const dueOf = ({ cellOf, text, doubt }: Reader, opened: LocalDate | null, year: number | null) => {
  const words = text('deadline')
  if (words === null) return { deadline: null, deadlineWords: null }
  const cell = cellOf('deadline')
  const plain = cell ? readDayCell(cell, null) : null
  if (plain && 'value' in plain) return { deadline: plain.value, deadlineWords: null }
  // Words count from 立项; the day before the year of the number where that is all there is.
  const base = opened ?? (year === null ? null : parseLocalDate(`${year}-01-01`))
  const named = readDue(words, base ?? '2000-01-01')
  if (named && (named.deadline === null || base !== null)) return { ...named, deadlineWords: words }
  const why = named ? '没有写年份，也没有立项日期可依' : '认不出日期'
  doubt('deadline', `${why}，原话留作时限，日期待明确`)
  return { deadline: null, deadlineWords: words }
}

const unitsOf = ({ text, doubt }: Reader, units: UnitBook) => {
  const leads = unitNames(text('leadUnit') ?? '')
  const named = (words: string, target: 'leadUnit' | 'assistUnits'): string => {
    const found = units.find(words)
    if (found === null) doubt(target, `“${words}”不在单位名录，按原文字留存，筛选时归入待明确`)
    return found ?? words
  }
  const [lead = null, ...others] = leads.map((name) => named(name, 'leadUnit'))
  if (others.length > 0) doubt('leadUnit', '写有几个单位，列首位者作牵头，其余作配合')
  const helping = unitNames(text('assistUnits') ?? '').map((name) => named(name, 'assistUnits'))
  const assistUnits = [...new Set([...others, ...helping])].filter((unit) => unit !== lead)
  return { leadUnit: lead, assistUnits, region: lead === null ? null : units.regionOf(lead) }
}

type Ending = { state: State; closedOn: LocalDate | null; checkedOn: LocalDate | null; closureKind: ClosureKind | null }

/** What the sheet's own word for the state comes to: only what a person settled is kept, the rest we judge ourselves. */
const endingOf = (row: Reader, { today }: DraftBasis, year: number | null): Ending & { said: State | null } => {
  const { text, read, doubt } = row
  const words = text('state')
  const said = words === null ? null : stateIn(words)
  if (words !== null && said === null) doubt('state', '不是办理状态的用词，未带入，状态由系统判定')
  const past = (cell: ReadCell): Reading<LocalDate> => {
    const found = readDayCell(cell, year)
    return 'value' in found && found.value > today ? { doubt: `晚于业务日期 ${today}，未带入` } : found
  }
  const closedOn = read('closedOn', past)
  const checkedOn = read('checkedOn', past)
  const kind = text('closureKind')
  const closureKind = kind === null ? null : closureIn(kind)
  if (kind !== null && closureKind === null) doubt('closureKind', '不是五种办结类型之一，未带入')
  const base = { closedOn, checkedOn, closureKind, said }
  if (said === '已销号') {
    if (closedOn ?? checkedOn) return { ...base, state: '已销号', closedOn: closedOn ?? checkedOn }
    doubt('state', '写为销号但没有办结或核查日期，按已办结待核带入')
    return { ...base, state: '已办结待核' }
  }
  if (said === '已办结' && closedOn === null) {
    doubt('state', '写为办结但没有办结日期，按已办结待核带入')
    return { ...base, state: '已办结待核' }
  }
  if (said === '长期坚持') return { ...base, state: '长期坚持', closureKind: 'standing' }
  if (said === '暂缓' || said === '已办结待核') return { ...base, state: said }
  if (closedOn !== null) return { ...base, state: '已办结' }
  return { ...base, state: '未评' }
}

const within = (row: Reader, target: keyof typeof WIDEST): string | null => {
  const words = row.text(target)
  const most = WIDEST[target]
  if (words === null || words.length <= most) return words
  row.doubt(target, `${words.length} 字，超过 ${most} 字，后面的未带入`)
  return words.slice(0, most)
}

type Noted = Pick<Progress, 'asOf' | 'text' | 'percent' | 'problems' | 'nextSteps'>

/** 进展情况 with its day; without one it is of the day the sheet is taken in, and said so. */
const progressOf = (row: Reader, { today }: DraftBasis, year: number | null): Noted | null => {
  const words = row.text('text')
  const percent = row.read('percent', readPercentCell)
  const [problems, nextSteps] = [row.text('problems'), row.text('nextSteps')]
  if (words === null) {
    if (percent !== null || problems !== null || nextSteps !== null)
      row.doubt(
        percent !== null ? 'percent' : problems !== null ? 'problems' : 'nextSteps',
        '没有进展情况，这一栏未带入',
      )
    return null
  }
  const told = row.read('asOf', (cell) => readDayCell(cell, year))
  const asOf = told !== null && told <= today ? told : today
  if (told === null) row.doubt('text', `没有截至日，按导入当日 ${today} 记`)
  else if (told > today) row.doubt('asOf', `晚于业务日期，按 ${today} 记`)
  if (words.length > LONGEST_PROGRESS)
    row.doubt('text', `${words.length} 字，超过 ${LONGEST_PROGRESS} 字，报送时请精简`)
  return { asOf, text: words, percent, problems, nextSteps }
}

const faultIn = (row: ItemSheetRow): Doubt | null => {
  for (const [target, cell] of row.cells) {
    const fault = faultOf(cell)
    if (fault) return { cell: cell.address, label: targetLabel(target), value: cell.raw, message: fault.message }
  }
  const title = row.cells.get('title')
  if (!title) return { cell: '', label: '督办事项', value: '', message: '没有督办事项，这一行未导入' }
  if (row.covered.has('title')) {
    const message = '督办事项与上一行合并，分不清是几件，未导入；请拆分合并单元格后再导入'
    return { cell: title.address, label: '督办事项', value: title.raw, message }
  }
  return null
}

const basisOf = (row: Reader): RecordValues => {
  const kind = row.text('sourceKind')
  const basis = row.text('basis')
  const found = basis === null ? { sourceNumber: null, sourceTitle: null } : basisIn(within(row, 'basis') ?? '')
  return { sourceKind: kindIn(kind ?? basis ?? '待明确'), ...found, quote: within(row, 'quote') }
}

const remarkOf = (row: Reader, others: ItemSheetRow['others'], keep: readonly string[]): string | null => {
  const kept = others.filter(({ head }) => keep.includes(head)).map(({ head, words }) => `${head}：${words}`)
  const all = [within(row, 'remark'), ...kept].filter((words) => words !== null)
  return all.length === 0 ? null : all.join('；')
}

const BLANK: Item = {
  id: 'draft',
  number: null,
  title: '',
  document: '',
  clause: null,
  start: null,
  end: null,
  meeting: null,
  authority: 'government',
  theme: 'other',
  closure: null,
  leadLeader: null,
  leadUnit: null,
  assistUnits: [],
  region: null,
  deadline: null,
  deadlineWords: null,
  measure: null,
  state: '未评',
  openedOn: null,
  closedOn: null,
}

/** One row of an old ledger as an item and its note of progress, with every cell somebody should look at. */
export const draftItemRow = (row: ItemSheetRow, basis: DraftBasis): ItemDraft => {
  const reading = reader(row)
  const number = reading.text('number')
  const year = yearIn(number)
  const openedOn = reading.read('openedOn', (cell) => readDayCell(cell, year))
  const openedYear = openedOn === null ? year : Number(openedOn.slice(0, 4))
  const due = dueOf(reading, openedOn, year)
  const { said, ...ending } = endingOf(reading, basis, openedYear)
  const extendedTo = reading.read('extendedTo', (cell) => readDayCell(cell, openedYear))
  const noted = progressOf(reading, basis, openedYear)
  const fact: Item = { ...BLANK, openedOn, deadline: due.deadline, extendedTo, ...ending, closure: ending.closureKind }
  const item: RecordValues = {
    title: within(reading, 'title') ?? '',
    ...basisOf(reading),
    theme: 'other',
    openedOn,
    ...due,
    extendedTo,
    feedback: reading.text('feedback'),
    leadLeader: reading.text('leadLeader'),
    ...unitsOf(reading, basis.units),
    measure: within(reading, 'measure'),
    ...ending,
    pausedOn: null,
    approver: reading.text('approver'),
    evidence: within(reading, 'evidence'),
    checkKind: reading.text('checkKind'),
    checkWords: reading.text('checkWords'),
    remark: remarkOf(reading, row.others, basis.keep),
  }
  return {
    sheet: row.sheet,
    row: row.row,
    number,
    title: String(item.title),
    item,
    progress: noted && { ...noted, onBehalfOf: '旧台账导入' },
    saidState: said,
    judged: judgeFact(fact, noted ? [{ ...noted, item: fact.id, unit: '' }] : [], basis.today),
    doubts: reading.doubts,
    fault: faultIn(row),
  }
}
