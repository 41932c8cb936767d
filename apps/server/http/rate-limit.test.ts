import { isProblem } from '@yundiao/kernel'
import { expect, it } from 'vitest'
import { rateLimit } from './rate-limit.ts'

it('lets the limit through, refuses the next, and opens again with the window', () => {
  let at = 0
  const limiter = rateLimit(2, 1000, () => at, '登录')
  limiter.take('a')
  limiter.take('a')
  limiter.take('b')
  expect(() => limiter.take('a')).toThrowError(
    expect.toSatisfy((error) => isProblem(error) && error.code === 'request.too-many'),
  )
  at = 999
  expect(() => limiter.take('a')).toThrow()
  at = 1000
  expect(() => limiter.take('a')).not.toThrow()
})

it('forgets a key that is reset', () => {
  const limiter = rateLimit(1, 1000, () => 0, '登录')
  limiter.take('a')
  limiter.reset('a')
  expect(() => limiter.take('a')).not.toThrow()
})
