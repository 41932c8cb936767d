import { basename } from 'node:path'
import process from 'node:process'
import type { ImportResult } from '@yundiao/server'
import { readBytes } from '../read-input.ts'
import { type AddCommand, FINDINGS, print } from '../run-command.ts'

type Options = { into: string; data?: string; dryRun?: boolean; partial?: boolean }

const ZIP = 0x50
/** Standard input has no name: a workbook is a zip container, all else is taken as CSV. */
const nameOf = (file: string, bytes: Uint8Array): string => {
  if (file !== '-') return basename(file)
  return bytes[0] === ZIP && bytes[1] === 0x4b ? '标准输入.xlsx' : '标准输入.csv'
}

const wordsOf = (result: ImportResult, dryRun: boolean): string =>
  [
    `${dryRun ? '试读' : '导入'}：共 ${result.rows} 行，${dryRun ? '可导入' : '已导入'} ${result.accepted} 行`,
    ...result.updates.map((one) => `更新 第 ${one.row} 行 ${one.label}：${one.lines.join('；')}`),
    ...result.rejected.map((one) => `未导入 ${one.sheet} ${one.message}`),
    ...result.duplicates.map(
      (one) => `疑似重复 第 ${one.row} 行：${one.of.join('、')}${one.same ? '（内容相同，未再录入）' : ''}`,
    ),
    ...result.unmatched.map((one) => `未取用的列 ${one.sheet} ${one.cell}：${one.head}`),
    ...result.skipped.map((name) => `未取用的工作表：${name}`),
  ].join('\n')

/** `yundiao import`: a sheet into a ledger; all or nothing unless `--partial`. Refused cells: exit 1. */
export const addImport: AddCommand = (program) => {
  program
    .command('import <file>')
    .description('把 xlsx 或 csv 导入台账')
    .requiredOption('--into <target>', '台账编号，例如 projects.project')
    .option('--dry-run', '只试读，不写入')
    .option('--partial', '有不合格的行时，仍导入其余的行')
    .option('--data <folder>', '数据目录')
    .action(async (file: string, options: Options, command) => {
      const bytes = await readBytes(file)
      const { importSheet, openLedger, withStore } = await import('../with-store.ts')
      const { dryRun = false, partial = false } = options
      const result = await withStore(options.data, async (store, caller) =>
        importSheet(store, caller, {
          view: await openLedger(store, caller, options.into),
          file: { name: nameOf(file, bytes), bytes },
          dryRun,
          partial,
        }),
      )
      print(command, result, wordsOf(result, dryRun))
      if (result.rejected.length > 0) process.exitCode = FINDINGS
    })
}
