import { isProblem } from '@yundiao/kernel'
import { layHome } from './home.ts'
import { defaultHome, startEmbedded } from './index.ts'
import { postmasterPid } from './pid-file.ts'

/** A process that holds an embedded database until its input closes. Prints one line of JSON: how the start went. */
const say = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

const [, , folder] = process.argv
try {
  const home = folder || defaultHome(process.env, process.getuid?.() === 0)
  const embedded = await startEmbedded({ home, log: () => undefined })
  say({ ok: true, home: embedded.home, postmaster: postmasterPid(layHome(embedded.home)) })
  process.stdin.on('end', () => void embedded.stop().then(() => process.exit(0)))
  process.stdin.resume()
} catch (error) {
  say({ ok: false, code: isProblem(error) ? error.code : 'bug', message: String((error as Error).message) })
  process.exitCode = 1
}
