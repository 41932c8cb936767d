import type { DragDrawn, Drags } from '../views/drag-schema.ts'
import type { ScratchApp } from './scratch-app.ts'

/** Asks 归因 of the first quarter of 2022, by query and account; `app` is there once the tests run. */
export const dragsDesk = (app: () => ScratchApp) => {
  const drags = (query: string, as?: string): Promise<Drags> =>
    app().read<Drags>(`/api/analysis/drags?period=2022Q1&${query}`, as)
  /** An answer that must be drawn. */
  const drawn = async (query: string, as?: string): Promise<DragDrawn> => {
    const { outcome } = await drags(query, as)
    if (outcome.kind === 'refused') throw new Error(`${query}: ${outcome.why}`)
    return outcome
  }
  /** The words of a refusal. */
  const refused = async (query: string, as?: string): Promise<string> => {
    const { outcome } = await drags(query, as)
    return outcome.kind === 'refused' ? outcome.why : `${query}: drawn`
  }
  return { drags, drawn, refused }
}

export const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((a, b) => a + (b ?? 0), 0)
