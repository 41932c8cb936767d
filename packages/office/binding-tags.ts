/** Word keeps at most 64 characters in the tag and in the title of a content control. */
const WORD_LIMIT = 64

/** A content control's tag and title for one bound run, and the document properties that hold what did not fit. */
export type BindingTags = {
  tagFor: (key: string, shown: string) => { tag: string; alias: string; id: number }
  properties: () => { name: string; value: string }[]
}

/**
 * Gives each bound run its tag (the reference itself) and title (the text as first printed). Either being too long, both
 * go to a document property and the tag is that property's name, so the binding survives Word whatever its length.
 */
export const bindingTags = (): BindingTags => {
  const long: { name: string; value: string }[] = []
  let id = 0
  return {
    tagFor: (key, shown) => {
      id += 1
      if (key.length <= WORD_LIMIT && shown.length <= WORD_LIMIT) return { tag: key, alias: shown, id }
      const name = `yundiao.run.${id}`
      long.push({ name, value: JSON.stringify([key, shown]) })
      return { tag: name, alias: shown.slice(0, WORD_LIMIT), id }
    },
    properties: () => long,
  }
}

/** Reads a tag back: the reference and the text as first printed; null when the tag is not ours. */
export const readTag = (
  tag: string,
  alias: string,
  properties: ReadonlyMap<string, string>,
): { key: string; was: string } | null => {
  if (/^(?:fig|calc|item):/u.test(tag)) return { key: tag, was: alias }
  const value = tag.startsWith('yundiao.run.') ? properties.get(tag) : undefined
  return value === undefined ? null : parsePair(value)
}

const parsePair = (value: string): { key: string; was: string } | null => {
  try {
    const pair: unknown = JSON.parse(value)
    if (!Array.isArray(pair) || typeof pair[0] !== 'string' || typeof pair[1] !== 'string') return null
    return { key: pair[0], was: pair[1] }
  } catch {
    return null
  }
}
