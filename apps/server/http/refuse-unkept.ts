import { Problem } from '@yundiao/kernel'

const isKept = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Path of the first text that the database cannot keep as given: one with a NUL or half a character. */
const unkept = (value: unknown, path: string, readElsewhere: readonly string[]): string | null => {
  if (readElsewhere.includes(path)) return null
  if (typeof value === 'string') return isKept(value) ? null : path
  if (typeof value !== 'object' || value === null || value instanceof Blob) return null
  for (const [name, inner] of Object.entries(value)) {
    const found = unkept(inner, path === '' ? name : `${path}.${name}`, readElsewhere)
    if (found !== null) return found
  }
  return null
}

/** Read by a grammar of their own, which names the column or says how to bring the text in. */
const OWN_READING: readonly { path: RegExp; fields: readonly string[] }[] = [
  { path: /\/rows(\/[^/]*)?$/u, fields: ['values'] },
  { path: /\/documents$/u, fields: ['text'] },
]

/** Refuses input with characters nothing can keep, before anything is done with it. Throws Problem input.encoding. */
export const refuseUnkept = (input: unknown, path: string): void => {
  const elsewhere = OWN_READING.filter((one) => one.path.test(path)).flatMap(({ fields }) => fields)
  const field = unkept(input, '', elsewhere)
  if (field !== null)
    throw new Problem('input.encoding', `填写有误：${field || '请求'} 含有不能识别的字符，请删去后重新录入`, {
      fields: [field],
    })
}
