/** Words of 备询要点. */
export const zh = {} as const

export const en: Record<keyof typeof zh, string> = {}
