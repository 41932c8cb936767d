import type { LocalDate } from '@yundiao/kernel'
import type { Caller } from '../door/caller.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'
import { systemCaller } from './load-caller.ts'

/** The system acting for a whole city, with every region in its own hands: loaders and other work of the program. */
export const wholeCity = async (parts: StoreParts, city: string, today: LocalDate): Promise<Caller> => {
  const narrow = systemCaller(city, today)
  const tree = await withCaller(parts.app, narrow, async (_client, heads) => (await parts.reference(city, heads)).tree)
  return systemCaller(
    city,
    today,
    tree.all.map((region) => region.code),
  )
}
