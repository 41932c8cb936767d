/** `YUNDIAO_BENCH_SIZE=small` makes a twentieth of the rows: for writing benches, not for claims. */
export const isSmall = process.env.YUNDIAO_BENCH_SIZE === 'small'

/** How many rows a bench makes in place of the full number. */
export const sized = (full: number): number => (isSmall ? Math.round(full / 20) : full)

/** Seconds a bench with think time runs. */
export const THINKING_SECONDS = isSmall ? 5 : 20
