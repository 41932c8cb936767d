import { readFile } from 'node:fs/promises'
import process from 'node:process'
import type { StoreVerification, Verification } from '@yundiao/store'
import { type AddCommand, FINDINGS, print } from '../run-command.ts'
import { eventsOf } from './events.ts'
import { fileWords, storeWords } from './verified-words.ts'

type Options = { root?: string; key?: string; state?: boolean; data?: string }

/** A key as the file it lies in, or as its own text. */
const keyText = async (key: string): Promise<string> => readFile(key, 'utf8').catch(() => key)

const verifyFile = async (file: string, { root, key }: Options): Promise<Verification> => {
  const { verifyEventFile } = await import('@yundiao/store')
  const options = {
    ...(root === undefined ? {} : { root }),
    ...(key === undefined ? {} : { publicKey: await keyText(key) }),
  }
  return verifyEventFile(file === '-' ? process.stdin : file, options)
}

/** `holdsFile`: the database holds the checkpoint the file ends with. */
type State = StoreVerification & { holdsFile: boolean }

const verifyState = async ({ code }: Verification, data: string | undefined): Promise<State> => {
  const { withDatabase } = await import('../with-database.ts')
  return withDatabase(data, async ({ store }, { city }) => ({
    ...(await store.verify(city)),
    holdsFile: code !== null && (await store.holdsCheckpoint(city, code)),
  }))
}

const stateWords = (state: State | null): string[] => {
  if (!state) return []
  const held = state.holdsFile ? [] : ['数据库里没有文件末尾的检查点：不是同一份记录，或其后被重写']
  return [...held, ...storeWords(state)]
}

/** `yundiao events verify`: an export by itself; with `--state` the tables of the home too. */
export const addEventsVerify: AddCommand = (program) => {
  eventsOf(program)
    .command('verify <file>')
    .description('校验导出的操作记录，不需要数据库')
    .option('--root <hash>', '另存的总根哈希、检查点哈希或材料上的校验码')
    .option('--key <key>', '检查点公钥：base64 或文件')
    .option('--state', '再核对数据库：各表与操作记录是否一致')
    .option('--data <folder>', '数据目录，与 --state 同用')
    .action(async (file: string, options: Options, command) => {
      const found = await verifyFile(file, options)
      const state = options.state ? await verifyState(found, options.data) : null
      const ok = found.ok && (!state || (state.ok && state.holdsFile))
      const words = [...fileWords(found), ...stateWords(state)]
      print(command, { ...found, ok, ...(state ? { state } : {}) }, words.join('\n'))
      if (!ok) process.exitCode = FINDINGS
    })
}
