import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import type { DraftedKind } from '@yundiao/server'
import { Argument, type Command } from 'commander'
import { readBytes } from '../read-input.ts'
import { type AddCommand, FINDINGS, print } from '../run-command.ts'

const KINDS: readonly DraftedKind[] = ['quarter-review', 't1', 'previous-items']

type MakeOptions = { city: string; asKnownOn: string; out: string; meeting?: string; data?: string }

/** `briefing make`: a paper as known on a day, written to a file; kept nowhere, and no meeting needs to be named. */
const addMake = (briefing: Command): void => {
  briefing
    .command('make')
    .addArgument(new Argument('<kind>', '材料').choices(KINDS))
    .description('按某日数据生成材料（quarter-review 经济运行情况，t1 指标表，previous-items 上次议定事项）')
    .requiredOption('--city <code>', '城市代码')
    .requiredOption('--as-known-on <date>', '按哪一天的数据，如 2022-04-26')
    .requiredOption('--out <file>', '写到哪个文件')
    .option('--meeting <id>', '哪次会议；默认当日或其后最近的一次')
    .option('--data <folder>', '数据目录')
    .action(async (kind: DraftedKind, options: MakeOptions, command: Command) => {
      const { makeBriefing, withOpenStore } = await import('../with-store.ts')
      const { data, city, asKnownOn, out, meeting } = options
      const made = await withOpenStore({ data, city }, ({ store }, _config, caller) =>
        makeBriefing(store, caller, { kind, on: asKnownOn, meeting }),
      )
      await writeFile(out, made.bytes)
      const { figures, checkpoint } = made
      print(command, { file: out, figures, checkpoint }, `已生成 ${out}，引用数据 ${figures} 个`)
    })
}

/** `briefing check`: where a Word file departs from GB/T 9704. Findings: exit 1. */
const addCheck = (briefing: Command): void => {
  briefing
    .command('check <file>')
    .description('按 GB/T 9704 检查 Word 文档的格式')
    .action(async (file: string, _options: object, command: Command) => {
      const { check9704 } = await import('@yundiao/office')
      const findings = await check9704(await readBytes(file))
      const words = findings.map(
        ({ code, where, expected, found }) => `${where}：应为${expected}，实为 ${found}（${code}）`,
      )
      print(command, { findings }, [...words, `共 ${findings.length} 处`].join('\n'))
      if (findings.length > 0) process.exitCode = FINDINGS
    })
}

/** `briefing figures`: what became of the numbers of a paper of ours. */
const addFigures = (briefing: Command): void => {
  briefing
    .command('figures <file>')
    .description('核对 Word 材料里的数：有出处的、改动过的、没有出处的')
    .action(async (file: string, _options: object, command: Command) => {
      const { figuresInDocx } = await import('@yundiao/office')
      const { numerals, bound, declaredFree, unbound, changed } = await figuresInDocx(await readBytes(file))
      const document = {
        numerals,
        bound,
        declaredFree,
        unbound,
        changed: changed.map(({ where, was, now, ref }) => ({ where, was, now, passport: ref })),
      }
      const words = [
        `共 ${numerals} 个数：有出处 ${bound}，日期序号等 ${declaredFree}，没有出处 ${unbound.length}`,
        ...unbound.map(({ where, text }) => `没有出处 ${where} ${text}`),
        ...changed.map(({ where, was, now }) => `已改动 ${where} ${was} → ${now}`),
      ]
      print(command, document, words.join('\n'))
    })
}

/** `yundiao briefing`: papers out, and Word files held against the standard and their figures. */
export const addBriefing: AddCommand = (program) => {
  const briefing = program.command('briefing').description('材料')
  for (const add of [addMake, addCheck, addFigures]) add(briefing)
}
