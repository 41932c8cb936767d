import { defineDomain } from '../define.ts'
import { dispatch } from './dispatch.ts'
import { enterprises } from './ledger.ts'

export { type Dispatch, dispatch } from './dispatch.ts'
export {
  type DispatchMeasure,
  type DispatchRow,
  dispatchCells,
  type EnterpriseDrag,
  type EnterpriseLeaf,
  enterpriseDrag,
  UNKNOWN_INDUSTRY,
} from './drag.ts'
export { INDUSTRIES } from './industries.ts'
export { type IndustryTable, industryTable, MERGED, type TableCell, type TableLine } from './industry-table.ts'
export { type Enterprise, enterprises } from './ledger.ts'
export {
  type EnterpriseDraft,
  type EnterprisePlaces,
  type EnterpriseRecord,
  type EnterpriseReject,
  type EnterpriseRows,
  enterpriseRows,
} from './rows.ts'

/** 一企一策: enterprises and how far they are on the way into “四上” (DESIGN §3, row 9). */
export const enterprisesDomain = defineDomain({
  id: 'enterprises',
  title: '企业',
  ledgers: [enterprises, dispatch],
  rules: [],
  figures: [],
  views: [],
})
