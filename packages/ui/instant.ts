const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** An instant on the city's clock, `2022-04-26 09:00`, whatever the browser's zone. */
export const instant = (at: string): string => CLOCK.format(new Date(at))
