import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { problemsPage } from '@yundiao/kernel'
import { expect, it } from 'vitest'

const page = fileURLToPath(new URL('../docs/problems.md', import.meta.url))

it('docs/problems.md is what the table of codes says (YUNDIAO_WRITE=1 writes it anew)', () => {
  if (process.env.YUNDIAO_WRITE === '1') writeFileSync(page, problemsPage())
  expect(readFileSync(page, 'utf8')).toBe(problemsPage())
})
