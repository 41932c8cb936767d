import { writeFile } from 'node:fs/promises'
import type { ExportFormat } from '@yundiao/server'
import { Option } from 'commander'
import { type AddCommand, print } from '../run-command.ts'

const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv', 'ndjson']

type Options = { format: ExportFormat; out: string; data?: string }

/** `yundiao export`: a ledger as a sheet of the office, CSV, or one JSON a line. */
export const addExport: AddCommand = (program) => {
  program
    .command('export <target>')
    .description('把台账导出为文件')
    .addOption(new Option('--format <format>', '文件格式').choices(FORMATS).makeOptionMandatory())
    .requiredOption('--out <file>', '写到哪个文件')
    .option('--data <folder>', '数据目录')
    .action(async (target: string, options: Options, command) => {
      const { exportLedger, openLedger, withStore } = await import('../with-store.ts')
      const { rows, bytes } = await withStore(options.data, async (store, caller) =>
        exportLedger(store, caller, {
          view: await openLedger(store, caller, target),
          format: options.format,
          on: caller.today,
        }),
      )
      await writeFile(options.out, bytes)
      print(command, { file: options.out, rows }, `已导出 ${rows} 行到 ${options.out}`)
    })
}
