/** Shapes of the HTTP contract. */

export type * from './types/admin.ts'
export type * from './types/answers.ts'
export type * from './types/breakdown.ts'
export type * from './types/directives.ts'
export type * from './types/figures.ts'
export type * from './types/findings.ts'
export type * from './types/items.ts'
export type * from './types/ledgers.ts'
export type * from './types/meetings.ts'
export type * from './types/papers.ts'
export type * from './types/posts.ts'
export type * from './types/session.ts'
