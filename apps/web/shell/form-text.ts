/** A field of a form, trimmed; null when empty. */
export const textOf = (form: FormData, name: string): string | null => {
  const value = form.get(name)
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}
