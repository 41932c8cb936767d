import { simplify } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'

/**
 * Refuses words that hold a blocked name, in either script: what the door's own guard does not see (notes, reasons, a
 * text in traditional characters). Throws Problem name.blocked with the place; the name itself is not repeated.
 */
export const refuseBlocked = async (
  store: Store,
  caller: Caller,
  words: Readonly<Record<string, string | null | undefined>>,
): Promise<void> => {
  const said = Object.entries(words).flatMap(([place, text]) =>
    text ? [{ place, forms: [text, simplify(text)] }] : [],
  )
  const blocked = await store.blockedTexts(
    caller,
    said.flatMap(({ forms }) => forms),
  )
  for (const { place, forms } of said)
    if (forms.some((form) => blocked.has(form)))
      throw new Problem('name.blocked', `${place}含有禁录名单中的名称，未录入。请删去该名称，或由管理员核对禁录名单`, {
        place,
      })
}
