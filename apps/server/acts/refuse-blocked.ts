import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'

/**
 * Refuses words that hold a blocked name where the door's own guard does not look (notes, reasons, names of files).
 * Throws Problem name.blocked with the place; the name itself is not repeated.
 */
export const refuseBlocked = async (
  store: Store,
  caller: Caller,
  words: Readonly<Record<string, string | null | undefined>>,
): Promise<void> => {
  const said = Object.entries(words).flatMap(([place, text]) => (text ? [{ place, text }] : []))
  const blocked = await store.blockedTexts(
    caller,
    said.map(({ text }) => text),
  )
  const found = said.find(({ text }) => blocked.has(text))
  if (found)
    throw new Problem(
      'name.blocked',
      `${found.place}含有禁录名单中的名称，未录入。请删去该名称，或由管理员核对禁录名单`,
      { place: found.place },
    )
}
