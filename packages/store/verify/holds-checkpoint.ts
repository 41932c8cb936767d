import type { StoreParts } from '../door/store-parts.ts'

/** Whether the city's chain of checkpoints holds one of this 校验码: the records are those it was printed for. */
export const holdsCheckpoint = async (parts: StoreParts, city: string, code: string): Promise<boolean> => {
  const { rows } = await parts.owner.query(
    `select 1 from checkpoint where city = $1 and left(encode(hash, 'hex'), 8) = lower($2) limit 1`,
    [city, code.trim()],
  )
  return rows.length > 0
}
