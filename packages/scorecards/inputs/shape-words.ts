import * as z from 'zod'

/** A number, in words a clerk reads. */
export const number = z.number({ error: '应为数字' })
/** 0 to 1. */
export const share = number.min(0, '应在 0 与 1 之间').max(1, '应在 0 与 1 之间')
/** A value or null. */
const cell = z.number({ error: '应为数字或 null' }).nullable()
/** Two ends. */
export const pair = z.tuple([number, number], { error: '应为两个数，例如 [0, 100]' })
/** Some text. */
export const text = z.string({ error: '应为文字' }).min(1, '不能为空')
/** A code; whole numbers count as text. */
export const code = z
  .union([text, z.int().transform(String)], { error: '应为代码（文字）' })
  .refine((one) => one !== '__proto__', '不能用 __proto__ 作代码，请换一个')
/** Words for what should have been an object, by an example of it. */
export const written = (example: string) => ({
  error: ({ code: fault }: { code?: string }) => (fault === 'invalid_type' ? `应为 ${example} 这样的写法` : undefined),
})
/** Values by code. */
export const byCode = <T extends z.ZodType>(value: T) =>
  z.record(z.string(), value, { error: '应为以代码为名的一组值' })
/** Columns by code. */
export const columns = byCode(z.array(cell, { error: '应为数组' }))
/** A bare word for a method that cannot do without settings. */
export const bare = <W extends string>(word: W, needs: string) =>
  z
    .literal(word)
    .refine(() => false, needs)
    .transform((): never => {
      throw new Error('refused before')
    })
