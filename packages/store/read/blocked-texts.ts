import type { Caller } from '../door/caller.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

/**
 * Which of these texts hold a blocked name, so that an import can name the cell. The door refuses them again; the list
 * itself is not given away.
 */
export const blockedTexts = async (
  parts: StoreParts,
  caller: Caller,
  texts: readonly string[],
): Promise<ReadonlySet<string>> =>
  withCaller(parts.app, caller, async (_client, heads) => {
    const { blocked } = await parts.reference(caller.city, heads)
    return new Set(texts.filter((text) => blocked.find(text) !== null))
  })
