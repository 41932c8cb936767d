import { type ProjectDrag, type ProjectRow, projectDrag, projects } from '@yundiao/domains/projects'
import { monthsElapsed } from '@yundiao/figures'
import { addDays, type LocalDate, parsePeriod, showNumber } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { readViewRows } from './domain-view.ts'
import { type AmountWords, amountAnswer, amountRow, scaleOf } from './drag-amount-answer.ts'
import { refusedDrag } from './drag-cells.ts'
import { type EntryLeaf, type LedgerAsk, ledgerFrame, nodeAt } from './drag-frame.ts'
import type { DragOutcome } from './drag-schema.ts'
import { ledgersInOrder } from './open-ledger.ts'

const wordsOf = ({ region, of }: LedgerAsk): AmountWords => {
  const { prefix, scale, digits } = scaleOf(region)
  return {
    unit: `${prefix}元`,
    scale,
    digits,
    count: '项目数',
    now: '完成投资',
    before: '序时计划',
    change: '超欠',
    ratio: { head: '占序时（%）', of: ({ now, before }) => (before === 0 ? null : now / before) },
    of,
    pull: false,
  }
}

/** Days after a period's end by which its last month is in the ledger. */
const LATE = 30

/** The day the ledger is read at for a period; null where it cannot tell of it: before it began. */
export const ledgerDay = (period: string, on: LocalDate): LocalDate | null => {
  const parsed = parsePeriod(period)
  if (!parsed || on < parsed.ends) return null
  const last = addDays(parsed.ends, LATE)
  return on < last ? on : last
}

/** Rows of the projects in the caller's sight, with who drags of them; null where the ledger cannot tell of the period. */
export const readProjectDrag = async (
  store: Store,
  caller: Caller,
  { period, on }: { period: string; on: LocalDate },
): Promise<{ drag: ProjectDrag; day: LocalDate } | null> => {
  const day = ledgerDay(period, on)
  const parsed = parsePeriod(period)
  const months = parsed && monthsElapsed(parsed)
  if (day === null || !months) return null
  const rows = (await readViewRows(store, caller, projects.id, day)) as ProjectRow[]
  return { drag: projectDrag(rows, months / 12), day }
}

const leafOf =
  ({ leaves }: ProjectDrag) =>
  (id: string): EntryLeaf | undefined => {
    const leaf = leaves.get(id)
    return leaf && { ...leaf, note: leaf.problems }
  }

const notesOf = ({ unreported, unplanned }: ProjectDrag, day: LocalDate, of: LedgerAsk['of']): string[] => [
  `序时计划 = 年度计划投资 × 已过月数 ÷ 12；完成投资为调度数，不是统计数；台账按 ${day} 数据。`,
  ...(unreported.count > 0
    ? [
        `${of}另有 ${unreported.count} 个项目有年度计划（${showNumber(unreported.plan / 1e8, 2)}亿元）未报完成投资，不计入。`,
      ]
    : []),
  ...(unplanned > 0 ? [`${of}${unplanned} 个项目没有年度计划，不计入。`] : []),
]

/** 投资: which projects are behind time, by county and category. */
export const projectAnswer = async (
  store: Store,
  caller: Caller,
  { ask, period, on }: { ask: LedgerAsk; period: string; on: LocalDate },
): Promise<DragOutcome> => {
  const isOpen = (await ledgersInOrder(store, caller)).some(({ definition }) => definition.id === projects.id)
  if (!isOpen) return refusedDrag('not-applicable', `当前账号无权查看${projects.title}`)
  const read = await readProjectDrag(store, caller, { period, on })
  if (!read) return refusedDrag('period-differs', `截至 ${on} 该期未结束，项目台账无法按序时核对，请改选期别`)
  const { drag, day } = read
  const node = nodeAt(drag.tree, ask)
  if (!node || node.children.length === 0)
    return refusedDrag('input-missing', '没有可比的项目：须有年度计划投资和累计完成投资')
  const [frame, words] = [ledgerFrame(projects.id, leafOf(drag), ask), wordsOf(ask)]
  const rows = node.children.map((child) => amountRow(child, words, frame(child)))
  const demo = [...drag.leaves.values()].some((leaf) => leaf.demo)
  const notes = [...notesOf(drag, day, ask.of), ...(demo ? ['含演示项目，非真实情况。'] : [])]
  return amountAnswer(node, rows, { words, notes, demo })
}
