/** Words of 归因. */
export const zh = {} as const

export const en: Record<keyof typeof zh, string> = {}
