import { type AddCommand, print, say } from '../run-command.ts'

type Options = { data?: string }

/** `yundiao backup`: the whole home but for its keys, into an empty folder, while the service runs or not. */
export const addBackup: AddCommand = (program) => {
  program
    .command('backup <folder>')
    .description('备份数据库和文件到一个空文件夹（不含密钥）')
    .option('--data <folder>', '数据目录')
    .action(async (folder: string, { data }: Options, command) => {
      const { withDatabase } = await import('../with-database.ts')
      const { rows, files, roots, broken, rootHash } = await withDatabase(data, async ({ store }, { city }) => {
        const made = await store.backUp(folder)
        return { ...made, rootHash: made.roots[city] ?? null }
      })
      for (const city of broken)
        say(`城市 ${city} 的操作记录校验不通过，已按现状备份，请尽快执行 events verify --state`)
      const words = [
        `已备份 ${rows} 行、${files} 个文件到 ${folder}`,
        `总根哈希：${rootHash ?? '（没有记录）'}`,
        '密钥不在备份里：请另行离线保存数据目录的 keys 文件夹，否则加密的个人信息不能再查看。',
      ]
      print(command, { rows, files, rootHash, roots, broken }, words.join('\n'))
    })
}
