import { type Paper, quotedLedgers, type Sheet } from '@yundiao/briefings'
import { isCleared, SENSITIVITIES, type Sensitivity } from '@yundiao/kernel'
import { type Caller, needsOf, type Store } from '@yundiao/store'

/** The most closed field lists ever hold: personal ones are opened one at a time. */
const CLOSEST_LISTED: Sensitivity = 'firm'

/**
 * With whose sight ledgers were read for a paper; `ledgers` whose words it took without binding each to its row.
 * `announced`: everything in it is told to everybody already.
 */
export type Quoting = { reader: Caller; ledgers?: readonly string[]; announced?: boolean }

/** The most closed field of these ledgers that the reader's lists show. */
const closestRead = async (store: Store, reader: Caller, ledgers: readonly string[]): Promise<Sensitivity> => {
  const views = (await store.ledgers(reader)).filter(({ definition }) => ledgers.includes(definition.id))
  const shown = views.flatMap(({ definition }) =>
    Object.values(definition.fields).map(({ sensitivity }) => sensitivity),
  )
  const may = (field: Sensitivity): boolean => isCleared(reader.clearance, field) && isCleared(CLOSEST_LISTED, field)
  return SENSITIVITIES.findLast((field) => may(field) && shown.includes(field)) ?? 'public'
}

/** What one must hold to read all that a paper quotes, worked out from what it printed. Empty where every reader may. */
export const needsOfPaper = async (
  store: Store,
  printed: Paper | Sheet | null,
  { reader, ledgers = [], announced = false }: Quoting,
): Promise<readonly string[]> => {
  if (announced) return []
  const quoted = [...new Set([...(printed ? quotedLedgers(printed) : []), ...ledgers])]
  return quoted.length === 0 ? [] : needsOf(quoted, await closestRead(store, reader, quoted))
}
