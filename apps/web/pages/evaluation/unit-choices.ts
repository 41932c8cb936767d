import { type Choice, fill } from '@yundiao/ui'
import type { RankingRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'

const LAST = Number.MAX_SAFE_INTEGER

/** Units of a ranking to choose from, by place; found by name, place or credit code. */
export const unitChoices = (rows: readonly RankingRow[], words: Words): Choice[] =>
  [...rows]
    .sort((a, b) => (a.rank ?? LAST) - (b.rank ?? LAST))
    .map(({ unit, name, rank, region, code }) => ({
      key: unit,
      label: name,
      note: [rank === null ? '' : fill(words.evPlaceOf, { rank }), region?.name ?? ''].filter(Boolean).join(' '),
      also: code ?? '',
    }))
