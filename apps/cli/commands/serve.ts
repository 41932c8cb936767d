import process from 'node:process'
import { InvalidArgumentError } from 'commander'
import { type AddCommand, FINDINGS, print, say } from '../run-command.ts'

const MOST = 65_535

const portOf = (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > MOST) throw new InvalidArgumentError(`端口应为 0 至 ${MOST} 的整数`)
  return port
}

type Options = { port?: number; data?: string; demo?: boolean }

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const signalled = (): Promise<'signal'> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve('signal'))
  })

/** `yundiao serve`: API and pages on one port until a signal comes or the database ends. */
export const addServe: AddCommand = (program) => {
  program
    .command('serve')
    .description('启动服务')
    .option('--port <port>', '端口，默认 7210', portOf)
    .option('--data <folder>', '数据目录')
    .option('--demo', '演示城市：公开口令，只在本机')
    .action(async (options: Options, command) => {
      const { greeting, readConfig, serve } = await import('@yundiao/server')
      const config = readConfig(options, process.env)
      const asked = signalled()
      const serving = await serve(config, say)
      print(command, { url: serving.url, home: config.home, demo: config.demo }, greeting(config, serving.url))
      const why = await Promise.race([asked, serving.ended])
      if (why !== 'signal') {
        say('数据库意外结束，服务随之停止。已提交的内容不会丢失，请重新启动。')
        process.exitCode = FINDINGS
      }
      await serving.stop()
      say('已停止。')
    })
}
