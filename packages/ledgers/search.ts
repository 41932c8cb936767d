import { isCleared } from '@yundiao/kernel'
import { columnName, quoted } from './columns.ts'
import type { LedgerDefinition } from './definition.ts'
import { searchTerms } from './grams.ts'
import { type Bind, type Reader, type Refusal, refuse } from './statement.ts'

const MAX_CHARACTERS = 60

/** Conditions that verify the words on the row itself, and the grams that narrow it. */
export type SearchTerms = { conditions: string[]; grams: string[] }

/** A field's text in search form; agrees with searchForm on what offices write. */
const form = (name: string): string => `lower(normalize(${quoted(columnName(name))}, NFKC))`

/**
 * What a search asks of a row, by the fields the reader may see: `grams` over-reach (they may come from other fields or
 * other places of the text), so every word is verified. Null for a blank search.
 */
export const searchConditions = (
  definition: LedgerDefinition,
  query: string,
  reader: Reader,
  bind: Bind,
): SearchTerms | Refusal | null => {
  const terms = searchTerms(query)
  if (terms.length === 0) return null
  if (!query.isWellFormed() || query.includes('\0')) return refuse('检索词含有不能识别的字符，请重新输入')
  if ([...query].length > MAX_CHARACTERS) return refuse(`检索词过长，最多 ${MAX_CHARACTERS} 字`)
  const searchable = Object.entries(definition.fields).filter(([, field]) => field.searchable)
  const visible = searchable.filter(([, field]) => isCleared(reader.clearance, field.sensitivity))
  if (searchable.length === 0) return refuse('本台账没有可检索的字段，请用筛选')
  if (visible.length === 0) return { kind: 'refused', code: 'right.missing', message: '没有权限检索本台账的文字' }
  const conditions = terms.map((term) => {
    const word = bind(term.text, 'text')
    const verify = (name: string): string =>
      term.starts ? `starts_with(${form(name)}, ${word})` : `strpos(${form(name)}, ${word}) > 0`
    return `(${visible.map(([name]) => verify(name)).join(' or ')})`
  })
  return { conditions, grams: [...new Set(terms.flatMap((term) => term.grams))] }
}
