import { randomInt } from 'node:crypto'
import { z } from 'zod'

/** Shortest password of every account, the demonstration's too. */
export const SHORTEST_PASSWORD = 10

export const passwordShape = z
  .string()
  .min(SHORTEST_PASSWORD, `口令至少 ${SHORTEST_PASSWORD} 个字符`)
  .max(128, '口令至多 128 个字符')

export const usernameShape = z
  .string()
  .regex(/^[\p{Script=Han}A-Za-z0-9._-]{2,40}$/u, '用户名应为 2 至 40 个汉字、字母、数字或 . _ -，不含空格')

export const personNameShape = z.string().trim().min(1, '请填写姓名或岗位').max(40, '姓名或岗位至多 40 个字')

/** Letters and digits that are not taken for one another when read from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 16

/** A first password to be handed over: 79 bits, in fours. */
export const firstPassword = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-')
