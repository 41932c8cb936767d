import type { Lever } from '../../api/evaluation.ts'
import type { UnitCard } from '../../api/types.ts'
import { plainText } from './score-text.ts'

type LeverView = Pick<UnitCard['levers'][number], 'code' | 'value' | 'direction'>
type Texts = Readonly<Record<string, string>>

/** What a person begins from: a fifth more, or less where less is better. Only a proposal, to be typed over. */
const REACH = 0.2

export const planBounds = (levers: readonly LeverView[]): Record<string, string> =>
  Object.fromEntries(
    levers.map(({ code, value, direction }) => [code, plainText(value + direction * REACH * Math.abs(value))]),
  )

/** Bounds as typed; an empty one leaves the value as it is; null where one is no number. */
export const typedBounds = (levers: readonly LeverView[], texts: Texts): Lever[] | null => {
  const read = levers.map(({ code, value }) => {
    const text = (texts[code] ?? '').trim()
    const bound = text === '' ? value : Number(text.replaceAll(/[,，]/g, ''))
    return { code, least: Math.min(value, bound), most: Math.max(value, bound) }
  })
  return read.every(({ least, most }) => Number.isFinite(least) && Number.isFinite(most)) ? read : null
}
