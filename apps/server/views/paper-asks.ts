import { SENSITIVITIES, type Sensitivity } from '@yundiao/kernel'
import { type Caller, needsOf, type Store } from '@yundiao/store'
import type { PaperRecord } from './paper.ts'

/** Fields beyond those every reader of papers is cleared for, as people name them. */
const CLOSED: Readonly<Record<string, string>> = { firm: '企业数据', personal: '个人信息', sensitive: '敏感信息' }

/** What the readers of a paper in sight must hold, in words; null where it asks nothing. Who sees it holds it all. */
export const readAsks = async (store: Store, caller: Caller, { needs }: PaperRecord): Promise<string | null> => {
  if (needs === null || needs.length === 0) return null
  const views = await store.ledgers(caller)
  const asksFor = (ledger: string, field: Sensitivity): boolean =>
    needsOf([ledger], field).every((word) => needs.includes(word))
  const closest = SENSITIVITIES.findLast((field) => views.some(({ definition }) => asksFor(definition.id, field)))
  if (closest === undefined) return null
  const ledgers = views.filter(({ definition }) => asksFor(definition.id, closest))
  const closed = CLOSED[closest]
  return [...ledgers.map(({ definition }) => `《${definition.title}》`), ...(closed ? [closed] : [])].join('、')
}
