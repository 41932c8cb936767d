import process from 'node:process'
import { type AddCommand, FINDINGS, print } from '../run-command.ts'
import { storeWords } from './verified-words.ts'

type Options = { data?: string }

/** `yundiao restore`: a backup into an empty home, verified at the end. */
export const addRestore: AddCommand = (program) => {
  program
    .command('restore <folder>')
    .description('把备份恢复到空的数据目录，并校验')
    .option('--data <folder>', '数据目录')
    .action(async (folder: string, { data }: Options, command) => {
      const { restoreHome, withDatabase } = await import('../with-database.ts')
      const { rows, files, ok, verified, rootHash } = await withDatabase(data, async (open, config) => {
        const made = await restoreHome(open, config, folder)
        return { ...made, rootHash: made.roots[config.city] ?? null }
      })
      const words = [`已恢复 ${rows} 行、${files} 个文件`, ...Object.values(verified).flatMap(storeWords)]
      print(command, { rows, files, rootHash, ok, verified }, words.join('\n'))
      if (!ok) process.exitCode = FINDINGS
    })
}
