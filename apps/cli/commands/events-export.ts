import { Problem } from '@yundiao/kernel'
import { type AddCommand, print } from '../run-command.ts'
import { eventsOf } from './events.ts'

type Options = { out: string; data?: string }

const WHY: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '这是一个文件夹',
  EACCES: '没有写入权限',
  EROFS: '文件系统只读',
  ENOSPC: '磁盘已满',
}

const mendable = (error: unknown, file: string): unknown => {
  const why = WHY[(error as NodeJS.ErrnoException).code ?? '']
  return why === undefined ? error : new Problem('files.unavailable', `${file}：${why}，请处理后重试`, { file })
}

/** `yundiao events export`: every event with its checkpoints, in a file that is verified without a database. */
export const addEventsExport: AddCommand = (program) => {
  eventsOf(program)
    .command('export')
    .description('签发检查点，并把全部操作记录导出为可离线校验的文件')
    .requiredOption('--out <file>', '写到哪个文件')
    .option('--data <folder>', '数据目录')
    .action(async ({ out, data }: Options, command) => {
      const { withDatabase } = await import('../with-database.ts')
      const made = await withDatabase(data, ({ store }, config) =>
        store.exportEvents(config.city, out).catch((error: unknown) => {
          throw mendable(error, out)
        }),
      )
      const words = [
        `已导出 ${made.events} 条操作记录（${made.streams} 类）到 ${out}`,
        `校验码：${made.code}`,
        `总根哈希：${made.rootHash}`,
        `公钥：${made.publicKey}`,
      ]
      print(command, { file: out, ...made }, words.join('\n'))
    })
}
