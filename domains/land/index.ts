import { defineDomain } from '../define.ts'
import { parcels } from './ledger.ts'

export { type Parcel, parcels } from './ledger.ts'

/** 清闲促建: parcels that may be idle, to their disposal (DESIGN §3, row 16). */
export const landDomain = defineDomain({
  id: 'land',
  title: '用地',
  ledgers: [parcels],
  rules: [],
  figures: [],
  views: [],
})
