/** What most answers hold one part of; a test names another shape where it looks at more. */
export type Said = { id: string; item: string; code: string; detail: string }

/** The JSON of an answer, taken at its word: a test then looks at it. */
export const bodyOf = async <T = Said>(answer: Response): Promise<T> => (await answer.json()) as T
