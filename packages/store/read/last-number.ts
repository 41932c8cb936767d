import type { Caller } from '../door/caller.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

/**
 * The highest number given out to items (or 交办单) under a prefix (绵督〔2022〕), 0 when none was. Only for callers who see
 * every one of the city; the unique index decides when two ask at once.
 */
export const lastNumber = async (
  parts: StoreParts,
  caller: Caller,
  table: 'item' | 'notice',
  prefix: string,
): Promise<number> => {
  const { rows } = await withCaller(parts.app, caller, (client) =>
    client.query<{ n: number | null }>(
      `select max(substring(substr(number, length($2) + 1) from '^\\d{1,9}')::int) as n from ${table}
       where city = $1 and left(number, length($2)) = $2`,
      [caller.city, prefix],
    ),
  )
  return rows[0]?.n ?? 0
}
