/** Words of 研判要点. */
export const zh = {} as const

export const en: Record<keyof typeof zh, string> = {}
