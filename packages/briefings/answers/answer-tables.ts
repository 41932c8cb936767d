import type { Block, PaperColumn, PaperRow, Run } from '../paper.ts'
import { pointsDifference } from '../points-difference.ts'
import { type BoundNumber, numberOf } from '../review-input.ts'
import type { AnswerLine, AnswerTask } from './answer-input.ts'
import { rankMoved, rankUse } from './answer-ranks.ts'
import type { Standing } from './answer-sentences.ts'
import { nameRun } from './answer-words.ts'

type Table = Extract<Block, { kind: 'table' }>

const figureCell = (number: BoundNumber | undefined): readonly Run[] =>
  number
    ? [{ figure: number.ref, shown: number.shown, ...(number.mark === undefined ? {} : { mark: number.mark }) }]
    : []

const SIGNS = { 1: '+', 0: '', [-1]: '-' } as const

const differenceCell = (own: BoundNumber | undefined, other: BoundNumber | undefined): readonly Run[] => {
  const difference = own && other && pointsDifference(own.shown, other.shown)
  if (!own || !other || !difference) return []
  const shown = difference.sign === 0 ? '持平' : `${SIGNS[difference.sign]}${difference.digits}`
  return [{ formula: { id: 'difference-in-points', version: 1, inputs: [own.ref, other.ref] }, shown }]
}

const gapCell = ({ gap }: AnswerLine): readonly Run[] => [gap === '未公布' ? { text: '…' } : { gap: gap ?? '未报送' }]

const MOVES = { up: '↑', down: '↓', level: '—' } as const

const rankCells = (line: AnswerLine, standing: Standing | undefined): readonly (readonly Run[])[] => {
  if (line.rank) return [figureCell(line.rank), []]
  const rank = standing?.rank
  if (!rank) return [[], []]
  const { formula } = rankUse(rank)
  const moved = rankMoved(rank, standing?.before ?? null)
  const steps = moved ? Number(moved.shown) : 0
  const shown = steps === 0 ? MOVES.level : `${steps > 0 ? MOVES.up : MOVES.down}${Math.abs(steps)}`
  return [[{ formula, shown: `${rank.rank}/${rank.of}` }], moved ? [{ formula: moved.formula, shown }] : []]
}

const lineRow = (line: AnswerLine, standing: Standing | undefined): PaperRow => {
  const level = numberOf(line.level)
  const lacks = !level && !line.growth
  return {
    cells: [
      [nameRun(line.short ?? line.label)],
      [{ text: line.unit }],
      lacks ? gapCell(line) : figureCell(level),
      figureCell(line.growth),
      differenceCell(line.growth, line.wider),
      differenceCell(line.growth, line.before),
      differenceCell(line.growth, line.lastYear),
      ...rankCells(line, standing),
    ],
  }
}

const columns = (wider: string): readonly PaperColumn[] => [
  { label: '指标', share: 32, align: 'left' },
  { label: '单位', share: 13, align: 'center' },
  { label: '绝对额', share: 32, align: 'right' },
  { label: '同比%', share: 30, align: 'right' },
  { label: `较${wider}`, under: ['增速比较（百分点）'], share: 17, align: 'right' },
  { label: '较上期', under: ['增速比较（百分点）'], share: 17, align: 'right' },
  { label: '较上年', under: ['增速比较（百分点）'], share: 17, align: 'right' },
  { label: '位次', under: ['增速'], share: 12, align: 'center' },
  { label: '升降', under: ['增速'], share: 12, align: 'center' },
]

/** A table without the columns nothing stands in. */
const withoutEmpty = (table: Table): Table => {
  const held = table.columns.map((_, at) => table.rows.some(({ cells }) => (cells[at] ?? []).length > 0))
  return {
    ...table,
    columns: table.columns.filter((_, at) => held[at]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => held[at]) })),
  }
}

/** Lines of one subject against the wider region, the period before and a year ago, with ranks where they are known. */
export const lineTable = (
  lines: readonly AnswerLine[],
  { caption, wider, standing }: { caption: string; wider: string; standing: ReadonlyMap<string, Standing> },
): Table =>
  withoutEmpty({
    kind: 'table',
    caption,
    unitLine: '',
    columns: columns(wider),
    rows: lines.map((line) => lineRow(line, standing.get(line.indicator))),
  })

/** A place's line of one indicator. */
export type PlaceLine = { name: string; line: AnswerLine; standing: Standing }

/** One indicator over the places, the label of each row being the place. */
export const placeTable = (places: readonly PlaceLine[], caption: string): Table =>
  withoutEmpty({
    kind: 'table',
    caption,
    unitLine: '',
    columns: columns('全市').map((column, at) => (at === 0 ? { ...column, label: '县（市、区）' } : column)),
    rows: places.map(({ name, line, standing }) => lineRow({ ...line, short: name }, standing)),
  })

const KINDS = { project: '项目', item: '督办', matter: '协调' } as const

const TASK_COLUMNS: readonly PaperColumn[] = [
  { label: '类别', share: 11, align: 'center' },
  { label: '名称', share: 58, align: 'left' },
  { label: '单位或属地', share: 24, align: 'center' },
  { label: '状态', share: 23, align: 'center' },
  { label: '情况', share: 66, align: 'left' },
]

const linked = ({ link }: AnswerTask, text: string): readonly Run[] =>
  text === '' ? [] : ['item' in link ? { item: link.item, text } : { entry: link.entry, text }]

const taskRow = (task: AnswerTask): PaperRow => ({
  cells: [
    [{ text: KINDS[task.kind] }],
    linked(task, task.demo && !task.title.includes('演示') ? `${task.title}（演示）` : task.title),
    task.unit === null ? [{ gap: '待明确' }] : linked(task, task.unit),
    linked(task, task.state),
    linked(task, task.words),
  ],
})

const KIND_ORDER = Object.keys(KINDS) as AnswerTask['kind'][]

const ofKind = (tasks: readonly AnswerTask[], kind: AnswerTask['kind']) => tasks.filter((task) => task.kind === kind)

/** The first `most` when one of each kind is taken in turn, the worst of a kind first. */
const inTurn = (tasks: readonly AnswerTask[], most: number): readonly AnswerTask[] => {
  const groups = KIND_ORDER.map((kind) => ofKind(tasks, kind))
  const longest = Math.max(0, ...groups.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => groups.flatMap((group) => group[at] ?? []))
    .flat()
    .slice(0, most)
}

/** What waits, worst first within its kind; `most` rows at most, and then it says that they are not all. */
export const taskTable = (tasks: readonly AnswerTask[], most: number): Table => {
  const listed = inTurn(tasks, most)
  return {
    kind: 'table',
    caption: listed.length < tasks.length ? '项目和事项（节选，其余见台账和督办）' : '项目和事项',
    unitLine: '',
    columns: TASK_COLUMNS,
    rows: KIND_ORDER.flatMap((kind) => ofKind(listed, kind).map(taskRow)),
  }
}
