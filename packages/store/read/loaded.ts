import type { StoreParts } from '../door/store-parts.ts'

/** Hash of what a loader last loaded; null when it never ran. */
export const loadedContent = async (parts: StoreParts, city: string, loader: string): Promise<string | null> => {
  const { rows } = await parts.owner.query<{ content: string }>(
    `select content from loaded where city = $1 and loader = $2`,
    [city, loader],
  )
  return rows[0]?.content ?? null
}

/** Remembers what a loader loaded, so that the same content is not looked at again. No state of the city: no event. */
export const setLoadedContent = async (
  parts: StoreParts,
  city: string,
  loader: string,
  content: string,
): Promise<void> => {
  await parts.owner.query(
    `insert into loaded (city, loader, content, at) values ($1, $2, $3, $4)
     on conflict (city, loader) do update set content = excluded.content, at = excluded.at`,
    [city, loader, content, parts.now().toISOString()],
  )
}
