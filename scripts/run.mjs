// Runs before node_modules exists and under Node 20: plain JavaScript, no dependency.
import process from 'node:process'

const COMMANDS = {
  start: () => import('./run-start.mjs').then((module) => module.start),
  dev: () => import('./run-start.mjs').then((module) => module.dev),
  check: () => import('./run-check.mjs').then((module) => module.check),
  test: () => import('./run-test.mjs').then((module) => module.test),
  'test:deep': () => import('./run-test.mjs').then((module) => module.testDeep),
  bench: () => import('./run-start.mjs').then((module) => module.bench),
}

const [, , name = '', ...words] = process.argv
const load = COMMANDS[name]
if (load) {
  const { prepare } = await import('./run-setup.mjs')
  const command = await load()
  process.exitCode = prepare() ? await command(words) : 1
} else {
  console.error(`用法：npm run ${Object.keys(COMMANDS).join(' | ')}`)
  process.exitCode = 2
}
