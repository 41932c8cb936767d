import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { runChecks } from './run-check.mjs'
import { run } from './run-process.mjs'
import { ROOT } from './run-setup.mjs'

const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped })

/** What vitest's JSON report counts; a run that failed without a failed test (a file that did not load) counts as one. */
export const countReport = (report, code) => {
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const failed = report?.numFailedTests ?? 0
  return { passed: report?.numPassedTests ?? 0, failed: code === 0 ? failed : Math.max(failed, 1), skipped }
}

/**
 * What failed and where, of vitest's JSON report, a line each: a long log is often read from its end only.
 * A file that failed as a whole, before or after its tests, says so for itself.
 */
export const failuresOf = (report, root) =>
  (report?.testResults ?? []).flatMap((file) => {
    const name = path.relative(root, file.name)
    const line = (title, message) =>
      `FAILED ${name}: ${title}: ${stripVTControlCharacters(message ?? '')
        .trim()
        .split('\n', 3)
        .join(' / ')}`
    const failed = file.assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0 && file.status === 'failed') return [line('the file', file.message)]
    return failed.map((one) => line(one.fullName, one.failureMessages[0]))
  })

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const vitest = async (name, words, extra) => {
  const file = path.join(ROOT, '.cache', `vitest-${name}.json`)
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  console.log(`\n— ${name}`)
  const code = await run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...words],
    extra,
  )
  const report = readReport(file)
  for (const line of failuresOf(report, ROOT)) console.log(line)
  if (report) return countReport(report, code)
  return { passed: 0, failed: 1, skipped: 0 }
}

/** The last line is read by machines: keep its form. */
const conclude = (counts) => {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed === 0 ? 0 : 1
}

/** With words: only the tests of those files. Without: checks, tests, the browser. */
export const test = async (words) => {
  if (words.length > 0) return conclude(await vitest('tests', words))
  const checks = await runChecks()
  const tests = await vitest('tests', [])
  const config = 'e2e/vitest.config.ts'
  const browser = existsSync(path.join(ROOT, config)) ? await vitest('browser', ['--config', config]) : null
  if (!browser) console.log(`\n— browser: no ${config}`)
  return conclude([checks, tests, browser ?? { passed: 0, failed: 0, skipped: 1 }].reduce(add))
}

const HOUSES = ['packages', 'domains', 'cities', 'apps']

/** The test files that do more when YUNDIAO_DEEP is set; the others would only say again what `npm test` said. */
const deepFiles = () =>
  HOUSES.flatMap((house) =>
    readdirSync(path.join(ROOT, house), { recursive: true }).map((file) => path.join(house, file)),
  )
    .filter((file) => file.endsWith('.test.ts') && !file.split(path.sep).includes('node_modules'))
    .filter((file) => readFileSync(path.join(ROOT, file), 'utf8').includes('process.env.YUNDIAO_DEEP'))
    .toSorted()

/** Longer property runs, the back-test made again, and axe on the phone. */
export const testDeep = async (words) => {
  const deep = { YUNDIAO_DEEP: process.env.YUNDIAO_DEEP ?? '1' }
  if (words.length > 0) return conclude(await vitest('deep', words, deep))
  const browser = await vitest('deep browser', ['--config', 'e2e/vitest.config.ts', 'pages', 'evaluation'], deep)
  return conclude(add(browser, await vitest('deep', deepFiles(), deep)))
}
