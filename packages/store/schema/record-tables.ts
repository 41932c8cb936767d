import type { RecordTable } from './record-table.ts'
import { EVALUATION_TABLES } from './tables/evaluation-tables.ts'
import { ITEM_TABLES } from './tables/item-tables.ts'
import { MEETING_TABLES } from './tables/meeting-tables.ts'
import { PAPER_TABLES } from './tables/paper-tables.ts'
import { PLACE_TABLES } from './tables/place-tables.ts'
import { SERIES_TABLES } from './tables/series-tables.ts'

/** Every core record table by name. What the first migration did not make names the one that did (`since`). */
export const RECORD_TABLES = {
  ...PLACE_TABLES,
  ...MEETING_TABLES,
  ...ITEM_TABLES,
  ...PAPER_TABLES,
  ...EVALUATION_TABLES,
  ...SERIES_TABLES,
} as const satisfies Record<string, RecordTable>

export type RecordName = keyof typeof RECORD_TABLES
