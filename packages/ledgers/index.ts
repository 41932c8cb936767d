export * from './check-definition.ts'
export * from './code-shapes.ts'
export * from './columns.ts'
export { readCursor, writeCursor } from './cursor.ts'
export { searchIndex } from './ddl.ts'
export * from './definition.ts'
export * from './duplicates.ts'
export * from './entry.ts'
export { type EntryMark, readMark, writeMark } from './entry-mark.ts'
export * from './fields.ts'
export { type Filter, filtersShape } from './filters.ts'
export { gramsOf } from './grams.ts'
export * from './history.ts'
export * from './page.ts'
export * from './plan.ts'
export * from './query.ts'
export * from './sheet-export.ts'
export {
  ENTRY_HEAD,
  type HeadMapping,
  type HeadRows,
  headPaths,
  type MappedColumn,
  mapHead,
  type SheetTarget,
} from './sheet-head.ts'
export { type CellReject, cellName, type RowInput, readTyped, rowToInput, type SheetRow } from './sheet-rows.ts'
export * from './shown-units.ts'
export { NEWEST_FIRST, type Sort } from './sort.ts'
export type { Reader, Refusal, Statement } from './statement.ts'
export * from './totals.ts'
export { dayIn, numberIn, type ReadValue, readValue, type ValueCode } from './value.ts'
