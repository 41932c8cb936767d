import { defineDomain } from '../define.ts'
import { anhuiAbove, anhuiBelow } from './anhui.ts'
import { huangyanAbove, huangyanBelow } from './huangyan.ts'
import { jingdeAbove, jingdeBelow } from './jingde.ts'
import { efficiency } from './ledger.ts'
import { parkTotals } from './park-ledger.ts'
import { parkLevel } from './park-level.ts'
import { powerPrice } from './power-price.ts'
import { sichuan } from './sichuan.ts'

export { anhuiAbove, anhuiBelow } from './anhui.ts'
export { huangyanAbove, huangyanBelow } from './huangyan.ts'
export { jingdeAbove, jingdeBelow } from './jingde.ts'
export { type Efficiency, EXCLUSIONS, efficiency, HONOURS, VETOES } from './ledger.ts'
export { type ParkTotals, parkTotals } from './park-ledger.ts'
export { parkLevel } from './park-level.ts'
export { powerPrice } from './power-price.ts'
export { sichuan } from './sichuan.ts'

/** 亩均论英雄: enterprises and parks by what they make of their land (DESIGN §3, row 7). */
export const parksDomain = defineDomain({
  id: 'parks',
  title: '亩均论英雄',
  ledgers: [efficiency, parkTotals],
  rules: [powerPrice],
  figures: [],
  views: [],
  evaluations: [sichuan, parkLevel, huangyanAbove, huangyanBelow, jingdeAbove, jingdeBelow, anhuiAbove, anhuiBelow],
})
