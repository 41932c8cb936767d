import type { RecordTable } from '../record-table.ts'
import { must, text } from './columns.ts'

/** The migration that brings breaks of series. */
const BREAKS = '0006-series-breaks'

/** What is known about series beside their figures: where one side cannot be set against the other. */
export const SERIES_TABLES = {
  seriesBreak: {
    table: 'series_break',
    since: BREAKS,
    stream: 'definition',
    fields: {
      indicator: must,
      region: must,
      // The first period on the new side, as canonical text.
      period: must,
      // 口径变化, 基数修订, 区划调整.
      kind: must,
      document: must,
      url: text,
      note: text,
      declaredBy: text,
      // Why it was taken back; a break that stands has none.
      withdrawn: text,
    },
    guarded: ['document', 'note', 'withdrawn'],
    indexed: ['indicator'],
  },
} as const satisfies Record<string, RecordTable>
