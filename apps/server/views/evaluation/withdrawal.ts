import type { KeptWithdrawal } from './kept.ts'

/** A withdrawal as people read it: the day, not the minute. */
export const shownWithdrawal = ({ at: _minute, ...shown }: KeptWithdrawal): Omit<KeptWithdrawal, 'at'> => shown
