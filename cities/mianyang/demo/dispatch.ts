import { type Dispatch, dispatch } from '@yundiao/domains/enterprises'
import type { LocalDate } from '@yundiao/kernel'
import { DISPATCH_PLACES, type Group, type Place } from './dispatch-list.ts'
import { DEMO_NOTE, type DemoEntry, demoId } from './entry.ts'

/** When the department had the first quarter from the enterprises. */
const FILED: LocalDate = '2022-04-12'
const YI = 1e8
const WAN = 1e4

const wan = (amount: number): number => Math.round(amount / WAN) * WAN

const causeOf = (growth: number): string | null => {
  if (growth > -5) return null
  return growth < -10 ? '订单减少，一条生产线检修，演示原因' : '原料价格上涨，压减产量，演示原因'
}

const valuesOf = (name: string, [industry, power]: Group, firm: readonly [number, number]): Partial<Dispatch> => {
  const [before, growth] = firm
  const outputBefore = wan(before * YI)
  const output = wan(outputBefore * (1 + growth / 100))
  const powerBefore = wan(outputBefore * power)
  // Power follows output at two thirds of its pace.
  return {
    name,
    industry,
    period: '2022Q1',
    output,
    outputBefore,
    power: wan(powerBefore * (1 + (growth * 2) / 300)),
    powerBefore,
    cause: causeOf(growth),
    remark: DEMO_NOTE,
  }
}

const filled = (values: Partial<Dispatch>): DemoEntry['values'] => ({
  ...Object.fromEntries(Object.keys(dispatch.fields).map((field) => [field, null])),
  ...values,
})

const firmsOf = ({ region, letter, groups }: Place) =>
  groups
    .flatMap((group) => group[2].map((firm) => ({ group, firm })))
    .map(({ group, firm }, at) => {
      const name = `演示工业企业${letter}${String(at + 1).padStart(2, '0')}`
      return { region, values: filled(valuesOf(name, group, firm)) }
    })

/** Enterprises of the demonstration: invented, some industries of a county with one or two, 江油's heavy ones falling. */
export const dispatchEntries: readonly DemoEntry[] = DISPATCH_PLACES.flatMap(firmsOf).map(({ region, values }, at) => ({
  ledger: dispatch.id,
  id: demoId('dispatch', at + 1),
  region,
  state: '在调度',
  values,
  knownFrom: FILED,
  demo: true,
}))
