import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { findBreaches } from './boundary-check.ts'

const breaches = (file: string, text: string): string[] => findBreaches([{ file, text }]).map((breach) => breach.what)

describe('directions', () => {
  it.each([
    ['packages/rules/a.ts', `import { x } from '@yundiao/kernel'`],
    ['packages/figures/a.ts', `import { x } from '@yundiao/rules'`],
    ['packages/briefings/a.ts', `import { x } from '@yundiao/figures'`],
    ['packages/store/a.ts', `import { x } from '@yundiao/ledgers'; import pg from 'pg'; import fs from 'node:fs'`],
    ['packages/office/a.ts', `import type { Figure } from '@yundiao/figures'`],
    ['packages/ui/a.tsx', `import type { Figure } from '@yundiao/figures'; import { addDays } from '@yundiao/kernel'`],
    ['domains/land/ledger.ts', `import { x } from '@yundiao/ledgers'; import { y } from './rules.ts'`],
    ['domains/land/web/index.tsx', `import { parcels } from '../index.ts'; import { Page } from '@yundiao/ui'`],
    ['domains/index.ts', `export { land } from './land/index.ts'`],
    ['apps/server/a.ts', `import { x } from '@yundiao/store'; import { y } from '@yundiao/mianyang'`],
    ['apps/web/a.tsx', `import type { Api } from '@yundiao/server'; import '@yundiao/ui/styles/tokens.css'`],
    ['packages/office/a.test.ts', `import { paper } from '../briefings/testing/paper.ts'`],
    ['apps/server/testing/app.ts', `import { scratch } from '../../../packages/store/testing/scratch.ts'`],
    ['packages/kernel/a.test.ts', `import fs from 'node:fs'; import fc from 'fast-check'`],
  ])('%s may: %s', (file, text) => expect(breaches(file, text)).toEqual([]))

  it.each([
    ['packages/kernel/a.ts', `import { x } from '@yundiao/rules'`, 'kernel may not import rules'],
    ['packages/rules/a.ts', `export * from '@yundiao/figures'`, 'rules may not import figures'],
    ['packages/rules/a.ts', `export type { F } from '@yundiao/figures'`, 'rules may not import figures'],
    ['packages/figures/a.ts', `const x = await import('@yundiao/store')`, 'figures may not import store'],
    ['packages/figures/a.ts', `type X = import('@yundiao/store').X`, 'figures may not import store'],
    ['packages/figures/a.ts', `import { l } from '@yundiao/ledgers'`, 'figures may not import ledgers'],
    ['packages/office/a.ts', `import { x } from '@yundiao/figures'`, 'only types of figures'],
    ['packages/ui/a.tsx', `import { type T, x } from '@yundiao/figures'`, 'only types of figures'],
    ['packages/ui/a.tsx', `import { land } from '@yundiao/domains/land'`, 'ui may not import domains'],
    ['packages/store/a.ts', `import { land } from '@yundiao/domains'`, 'store may not import domains'],
    ['packages/store/a.ts', `import { x } from '@yundiao/mianyang'`, 'store may not import cities'],
    ['packages/store/a.ts', `import { x } from '../../cities/mianyang/index.ts'`, 'store may not import cities'],
    ['packages/store/a.ts', `import { x } from '@yundiao/figures/types.ts'`, 'goes past the index'],
    ['packages/store/a.ts', `import { x } from '../figures/types.ts'`, 'reaches into packages/figures'],
    ['packages/office/a.ts', `import { p } from '../briefings/testing/paper.ts'`, 'reaches into packages/briefings'],
    ['packages/rules/a.test.ts', `import { p } from '../briefings/testing/paper.ts'`, 'rules may not import briefings'],
    ['domains/land/a.ts', `import { x } from '../parks/rules.ts'`, 'reaches into domains/parks'],
    ['domains/land/a.ts', `import { pool } from '@yundiao/store'`, 'domains may not import store'],
    ['domains/land/a.ts', `import { Page } from './web/page.tsx'`, 'domains may not import domain-web'],
    ['apps/web/a.tsx', `import { app } from '@yundiao/server'`, 'only types of server'],
    ['apps/server/a.ts', `import { x } from '../web/x.ts'`, 'server may not import web'],
    ['packages/kernel/a.ts', `import fs from 'node:fs'`, 'pure kernel imports node:fs'],
    ['domains/land/a.ts', `import pg from 'pg'`, 'pure domains imports pg'],
  ])('%s may not: %s', (file, text, what) => expect(breaches(file, text)).toEqual([expect.stringContaining(what)]))

  it('finds a cycle, also one of types alone, and names its way round', () => {
    const found = findBreaches([
      { file: 'packages/kernel/a.ts', text: `import { b } from './b.ts'` },
      { file: 'packages/kernel/b.ts', text: `\nimport type { C } from './c.ts'` },
      { file: 'packages/kernel/c.ts', text: `import type { A } from './a.ts'` },
    ])
    expect(found.map((breach) => breach.what)).toEqual([
      'cycle: packages/kernel/a.ts → packages/kernel/b.ts → packages/kernel/c.ts → packages/kernel/a.ts',
    ])
  })
})

describe('the command', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yd-boundaries-'))
  const script = fileURLToPath(new URL('./boundaries.ts', import.meta.url))
  const run = () => spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('passes a clean tree, and fails once a forbidden import is planted', () => {
    execFileSync('git', ['init', '-q', folder])
    const kernel = path.join(folder, 'packages/kernel')
    mkdirSync(kernel, { recursive: true })
    writeFileSync(path.join(kernel, 'day.ts'), 'export const day = 1\n')
    expect(run()).toMatchObject({ status: 0, stdout: '1 files, 0 breaches\n' })
    writeFileSync(
      path.join(kernel, 'planted.ts'),
      `\nimport { commit } from '@yundiao/store'\nexport const x = commit\n`,
    )
    expect(run()).toMatchObject({ status: 1, stderr: 'packages/kernel/planted.ts:2  kernel may not import store\n' })
  })
})
