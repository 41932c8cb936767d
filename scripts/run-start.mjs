import { follow, launch, run } from './run-process.mjs'

const SERVER = 'apps/cli/yundiao.mjs'

export const start = (words) => run(null, [SERVER, 'serve', '--demo', ...words])

/** Pages by Vite with instant reload, and the server started anew when its sources change. */
export const dev = (words) =>
  follow([
    launch(null, ['--watch', '--watch-preserve-output', SERVER, 'serve', '--demo', ...words]),
    launch('vite', ['apps/web', '--config', 'apps/web/vite.config.ts']),
  ])

export const bench = (words) => run(null, ['bench/index.ts', ...words])
