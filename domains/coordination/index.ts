import { defineDomain } from '../define.ts'
import { matters } from './ledger.ts'
import { openMatters } from './open-matters.ts'

export { type Matter, matters } from './ledger.ts'
export { type OpenMatter, type OpenMatters, openMatters } from './open-matters.ts'

/** 需协调事项: raised from any ledger, answered, back to whoever raised it (DESIGN §3, row 28). */
export const coordinationDomain = defineDomain({
  id: 'coordination',
  title: '需协调事项',
  ledgers: [matters],
  rules: [],
  figures: [],
  views: [openMatters],
})
