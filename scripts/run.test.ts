import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
type Counts = { passed: number; failed: number; skipped: number }
type CountReport = (report: Record<string, number> | null, code: number) => Counts
type FailuresOf = (report: object | null, root: string) => string[]

/** A process that runs `script` as a child through our launcher, as `npm start` does. */
const launchScript = (script: string): ChildProcess => {
  const program = `import { run } from ${JSON.stringify(here('./run-process.mjs'))}
    process.exitCode = await run(null, ['-e', ${JSON.stringify(script)}])`
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
}
const exitOf = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve))
const firstOutput = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.stdout?.once('data', (part) => resolve(String(part))))

describe('a started process', () => {
  it.each([0, 3])('its exit code %i is ours', async (code) =>
    expect(await exitOf(launchScript(`process.exit(${code})`))).toBe(code),
  )

  it('its death by a signal is 128 and the signal', async () =>
    expect(await exitOf(launchScript(`process.kill(process.pid, 'SIGKILL')`))).toBe(137))

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s is handed on, and we wait for its orderly end',
    async (signal) => {
      const child = launchScript(
        `process.on('${signal}', () => setTimeout(() => process.exit(7), 50)); setInterval(() => {}, 1000); console.log('up')`,
      )
      await firstOutput(child)
      child.kill(signal)
      expect(await exitOf(child)).toBe(7)
    },
  )
})

describe('counts of a test run', async () => {
  const { countReport, failuresOf } = (await import(here('./run-test.mjs'))) as {
    countReport: CountReport
    failuresOf: FailuresOf
  }
  it.each([
    [
      { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 },
      0,
      { passed: 5, failed: 0, skipped: 2 },
    ],
    [
      { numPassedTests: 5, numFailedTests: 2, numPendingTests: 0, numTodoTests: 0 },
      1,
      { passed: 5, failed: 2, skipped: 0 },
    ],
    [
      { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 },
      1,
      { passed: 5, failed: 1, skipped: 0 },
    ],
  ])('%j ending with %i', (report, code, counts) => expect(countReport(report, code)).toEqual(counts))

  it('names each failed test with its file and reason, and a file that failed as a whole', () => {
    const ok = { status: 'passed', fullName: 'fine', failureMessages: [] }
    const bad = {
      status: 'failed',
      fullName: 'a b',
      failureMessages: ['\u001b[31mexpected 1\u001b[39m\nto be 2\n\n at x'],
    }
    const testResults = [
      { name: '/root/a/one.test.ts', status: 'failed', message: '', assertionResults: [ok, bad] },
      { name: '/root/two.test.ts', status: 'failed', message: 'Cannot find it', assertionResults: [] },
      { name: '/root/three.test.ts', status: 'passed', message: '', assertionResults: [ok] },
    ]
    expect(failuresOf({ testResults }, '/root')).toEqual([
      'FAILED a/one.test.ts: a b: expected 1 / to be 2 / ',
      'FAILED two.test.ts: the file: Cannot find it',
    ])
    expect(failuresOf(null, '/root')).toEqual([])
  })
})

describe('the Node a person has', () => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const outside = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => path.join(folder, name))
  const node = outside.find((file) => existsSync(file)) ?? process.execPath
  const commands = readdirSync(here('.')).filter((file) => file.startsWith('run-') && file.endsWith('.mjs'))

  it.each(commands)('can load %s, be it older than the one of the lockfile', (file) => {
    const program = `import(${JSON.stringify(pathToFileURL(here(`./${file}`)).href)})`
    const { status, stderr } = spawnSync(node, ['-e', program], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('runs yundiao, if need be by the one of the lockfile', () => {
    const words = ['target', 'required', '--target', '0.25', '--share', '0.5', '--growth', '0', '--json']
    const { status, stdout, stderr } = spawnSync(node, [here('../apps/cli/yundiao.mjs'), ...words], {
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '{"required":0.5}\n',
      stderr: '',
    })
  })
})

describe('set-up', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yd-setup-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const entry = { version: '1.0.0', integrity: 'sha512-a' }
  const lock = (packages: object): string => JSON.stringify({ packages: { '': {}, ...packages } })

  /** A copy of the scripts beside a lockfile, with an npm that only notes that it was called. */
  const prepareIn = (name: string, wanted: object, installed: object | null) => {
    const root = path.join(folder, name)
    mkdirSync(path.join(root, 'scripts'), { recursive: true })
    mkdirSync(path.join(root, 'node_modules'), { recursive: true })
    writeFileSync(path.join(root, 'scripts/run-setup.mjs'), readFileSync(here('./run-setup.mjs')))
    writeFileSync(path.join(root, 'package-lock.json'), lock(wanted))
    if (installed) writeFileSync(path.join(root, 'node_modules/.package-lock.json'), lock(installed))
    writeFileSync(
      path.join(root, 'npm.mjs'),
      `console.log('CALLED', process.argv.slice(2).join(' ')); process.exit(${name === 'fails' ? 1 : 0})`,
    )
    const program = `import { prepare } from './scripts/run-setup.mjs'; console.log(prepare())`
    const env = { ...process.env, npm_execpath: path.join(root, 'npm.mjs') }
    const once = () =>
      spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, env, encoding: 'utf8' })
    return { once }
  }

  it('installs on a clean clone, and not again', () => {
    const { once } = prepareIn('clean', { 'node_modules/a': entry }, null)
    expect(once().stdout).toContain('CALLED ci')
    expect(once().stdout).toBe('true\n')
  })

  it.each([
    ['same', { 'node_modules/a': entry }, { 'node_modules/a': entry }, false],
    ['other-machine', { 'node_modules/a': { ...entry, optional: true } }, {}, false],
    ['lacking', { 'node_modules/a': entry }, {}, true],
    ['other-version', { 'node_modules/a': entry }, { 'node_modules/a': { ...entry, version: '0.9.0' } }, true],
  ])('%s: calls npm only where what is installed differs', (name, wanted, installed, called) => {
    expect(prepareIn(name, wanted, installed).once().stdout.includes('CALLED')).toBe(called)
  })

  it('says what to do when npm fails, and tries again next time', () => {
    const { once } = prepareIn('fails', { 'node_modules/a': entry }, null)
    const first = once()
    expect(first.stdout).toContain('false')
    expect(first.stderr).toContain('npm config get registry')
    expect(once().stdout).toContain('CALLED ci')
  })
})
