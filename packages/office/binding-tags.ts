/** Word keeps at most 64 characters in the tag and in the title of a content control. */
const WORD_LIMIT = 64
const PROPERTY = 'yundiao.run.'
const BOOKMARK = 'yundiao_run_'

/** One bound run of a document: what it points at and the text as first printed. */
export type BoundText = { key: string; was: string }

/** Names of one bound run in the file. */
export type RunTags = { id: number; tag: string; alias: string; bookmark: string }

/** Hands out the names of bound runs in order, and the document properties that hold what each stands for. */
export type BindingTags = {
  tagFor: (key: string, shown: string) => RunTags
  properties: () => readonly { name: string; value: string }[]
}

/**
 * Each bound run is written three times over, so that the binding outlives editing: as a content control whose tag is
 * the reference (Word, WPS), as a bookmark (LibreOffice drops tags), and in a document property under its number with
 * the text as first printed. A reference too long for a tag is only in the property, and the tag names that.
 */
export const bindingTags = (): BindingTags => {
  const written: { name: string; value: string }[] = []
  return {
    tagFor: (key, shown) => {
      const id = written.length + 1
      const name = `${PROPERTY}${id}`
      written.push({ name, value: JSON.stringify([key, shown]) })
      const tag = key.length <= WORD_LIMIT ? key : name
      return { id, tag, alias: shown.slice(0, WORD_LIMIT), bookmark: `${BOOKMARK}${id}` }
    },
    properties: () => written,
  }
}

const parsePair = (value: string): BoundText | null => {
  try {
    const pair: unknown = JSON.parse(value)
    if (!Array.isArray(pair) || typeof pair[0] !== 'string' || typeof pair[1] !== 'string') return null
    return { key: pair[0], was: pair[1] }
  } catch {
    return null
  }
}

/** The bound runs a document was written with, by their property names; others' properties are left out. */
export const readBindings = (properties: ReadonlyMap<string, string>): ReadonlyMap<string, BoundText> => {
  const found = new Map<string, BoundText>()
  for (const [name, value] of properties) {
    const pair = name.startsWith(PROPERTY) ? parsePair(value) : null
    if (pair) found.set(name, pair)
  }
  return found
}

/** The property name a bookmark stands for; null for a bookmark of somebody else. */
export const propertyOfBookmark = (bookmark: string): string | null =>
  bookmark.startsWith(BOOKMARK) ? `${PROPERTY}${bookmark.slice(BOOKMARK.length)}` : null

/** The bookmark written for a property; null for a name that is no run of ours. */
export const bookmarkOfProperty = (name: string): string | null =>
  name.startsWith(PROPERTY) ? `${BOOKMARK}${name.slice(PROPERTY.length)}` : null

/** Whether a content control's tag is one of ours: a reference, or the name of the property that holds it. */
export const isBindingTag = (tag: string): boolean => /^(?:fig|calc|item):/u.test(tag) || tag.startsWith(PROPERTY)
