import type { RecordType } from '../record-table.ts'

export const text = { type: 'text' } as const
export const must = { type: 'text', required: true } as const
export const int = { type: 'int' } as const
export const number = { type: 'number' } as const
export const day = { type: 'day' } as const
export const yes = { type: 'boolean' } as const
export const texts = { type: 'texts' } as const
export const json = { type: 'json' } as const

/** Columns of the migration that closes the loop: 送审, 交办, 收回改稿 and what sheets T3 and T4 hold beside the first. */
export const LOOP = '0003-loop'
/** The migration by which a paper says what its readers must hold. */
export const NEEDS = '0008-needs'
/** `l:` a ledger, `s:` a clearance: only who holds all of them sees the row, its past versions and its events. */
export const needs = { type: 'texts', since: NEEDS } as const
export const later = <T extends RecordType>(type: T) => ({ type, since: LOOP }) as const
