import type { LocalDate } from '@yundiao/kernel'
import { demoId } from './entry.ts'
import { type Link, PROJECT, SKETCHES, type Sketch } from './item-list.ts'
import { JANUARY, MARCH } from './meetings.ts'
import type { DemoChange, DemoRecord } from './record.ts'

const MINUTES = {
  [JANUARY]: { sourceTitle: '市委常委会会议纪要（演示）', sourceNumber: '演示纪要〔2022〕1号', authority: 'party' },
  [MARCH]: {
    sourceTitle: '支撑指标分析会议纪要（演示）',
    sourceNumber: '演示纪要〔2022〕2号',
    authority: 'government',
  },
} as const

/** The day after the minutes came: items of January and of March were set up then. */
const OPENED = { [JANUARY]: '2022-01-15', [MARCH]: '2022-03-23' } as const

const itemRecord = (sketch: Sketch, id: string, number: string): DemoRecord => {
  const { meeting, title, theme, closureKind, lead, assist, region, leader, deadline, deadlineWords, measure } = sketch
  const opened = OPENED[meeting]
  return {
    table: 'item',
    id,
    knownFrom: opened,
    values: {
      number,
      title: `${title}（演示）`,
      sourceKind: 'minutes',
      ...MINUTES[meeting],
      meeting,
      theme,
      closureKind,
      leadLeader: leader,
      leadUnit: lead,
      assistUnits: assist ?? [],
      region: region ?? null,
      deadline,
      deadlineWords,
      measure,
      feedback: sketch.feedback ?? '每月25日前',
      state: '未评',
      openedOn: opened,
      handedOn: lead === null ? null : opened,
    },
  }
}

const noteRecords = ({ notes, lead }: Sketch, item: string): DemoRecord[] =>
  (notes ?? []).map(([asOf, percent, text, problems], index) => ({
    table: 'progress',
    id: `${item}-note-${index + 1}`,
    knownFrom: asOf,
    values: { item, unit: lead, asOf, text, percent, problems: problems ?? null },
  }))

/** What an item is tied to, from a day on. */
export type DemoLink = Link & { id: string; item: string; since: LocalDate }

const built = SKETCHES.map((sketch, index) => {
  const id = `demo-item-${index + 1}`
  const since = OPENED[sketch.meeting]
  return {
    records: [itemRecord(sketch, id, `演督〔2022〕${index + 1}`), ...noteRecords(sketch, id)],
    changes: (sketch.changes ?? []).map(([on, set]): DemoChange => ({ table: 'item', id, on, set })),
    links: (sketch.links ?? []).map((link, n): DemoLink => ({ id: `${id}-link-${n + 1}`, item: id, since, ...link })),
  }
})

/** What an item's evidence did by itself: a project of 江油 came from 签约 to 落地 after it was linked. */
export type DemoEntryChange = {
  ledger: string
  id: string
  on: LocalDate
  state: string
  values: Readonly<Record<string, string>>
}
export const entryChanges: readonly DemoEntryChange[] = [
  {
    ledger: PROJECT,
    id: demoId('project', 1010),
    on: '2022-04-18',
    state: '落地',
    values: { progressText: '公司已注册，办理用地手续（演示）' },
  },
]

export const demoItems: readonly DemoRecord[] = built.flatMap(({ records }) => records)
export const itemChanges: readonly DemoChange[] = built.flatMap(({ changes }) => changes)
export const demoLinks: readonly DemoLink[] = built.flatMap(({ links }) => links)
