import type { Sensitivity } from '@yundiao/kernel'
import type { Field } from './definition.ts'
import { fullLabel } from './fields.ts'

/** SQL text with `$n` and what stands for them. */
export type Statement = { sql: string; params: unknown[] }

/** Adds a parameter and answers its placeholder with a cast. */
export type Bind = (value: unknown, type: string) => string

/** A Bind that fills this list of parameters. */
export const binder =
  (params: unknown[]): Bind =>
  (value, type) =>
    `$${params.push(value)}::${type}`

/** Why a list cannot be given: the input is wrong, or the reader may not know the field. */
export type Refusal = { kind: 'refused'; code: 'input.invalid' | 'right.missing'; message: string }

/** A refusal of wrong input. */
export const refuse = (message: string): Refusal => ({ kind: 'refused', code: 'input.invalid', message })

/** `use` is what the field was wanted for: 筛选, 排序, 查看. */
export const refuseRight = (use: string, field: Field): Refusal => ({
  kind: 'refused',
  code: 'right.missing',
  message: `没有权限按“${fullLabel(field)}”${use}`,
})

/** What a reader may see, and how a word typed for a sealed field becomes its keyed hash (the store holds the key). */
export type Reader = { clearance: Sensitivity; lookUp?: (field: string, words: string) => string }
