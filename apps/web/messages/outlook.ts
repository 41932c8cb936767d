/** Words of 走势预测 and 预测回测. */
export const zh = {} as const

export const en: Record<keyof typeof zh, string> = {}
