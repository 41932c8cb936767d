import type { LocalDate } from '@yundiao/kernel'
import type { Cell } from '@yundiao/ledgers'

/** One row of a ledger for the demonstration: invented, marked 演示, canonical (元, ㎡, ratio). */
export type DemoEntry = {
  ledger: string
  id: string
  region: string
  state: string
  values: Readonly<Record<string, Cell>>
  knownFrom: LocalDate
  demo: true
}

/** Kinds of rows, as they stand in an id: the same row has the same id at every start. */
const KINDS = {
  project: 1,
  parcel: 2,
  matter: 3,
  dispatch: 4,
  efficiency: 5,
  park: 6,
  reform: 7,
  environment: 8,
} as const

/** A stable id that no random one will meet: its first block is written, not drawn. */
export const demoId = (kind: keyof typeof KINDS, n: number): string =>
  `0de30000-000${KINDS[kind]}-7000-8000-${String(n).padStart(12, '0')}`

/** Said of every row, beside the mark 演示. */
export const DEMO_NOTE = '演示数据，非真实情况'
