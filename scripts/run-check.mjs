import { run } from './run-process.mjs'

const TSC = ['--pretty', '--noEmit', '-p']

/** Name, tool (null: Node), words. All run, so that one report names every fault. */
export const CHECKS = [
  ['types: pure packages', 'tsc', [...TSC, 'tsconfig.pure.json']],
  ['types: server', 'tsc', [...TSC, 'tsconfig.server.json']],
  ['types: web', 'tsc', [...TSC, 'tsconfig.web.json']],
  ['format and lint', 'biome', ['check', '--max-diagnostics=50', '.']],
  ['lockfile', null, ['scripts/lockfile.mjs']],
  ['boundaries', null, ['scripts/boundaries.ts']],
  ['unused', 'knip', ['--no-progress', '--no-config-hints']],
]

/** Runs every check; resolves to the counts. */
export const runChecks = async () => {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, tool, words] of CHECKS) {
    console.log(`\n— ${name}`)
    const ok = (await run(tool, words)) === 0
    counts[ok ? 'passed' : 'failed'] += 1
    console.log(`  ${name}: ${ok ? 'ok' : 'FAILED'}`)
  }
  return counts
}

export const check = async () => ((await runChecks()).failed === 0 ? 0 : 1)
