import { LONGEST_READOUT, type Readout, type ReadoutRefusal, readReadout } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import { readText } from '../read-input.ts'
import { type AddCommand, print } from '../run-command.ts'

const refused = (file: string, why: ReadoutRefusal): Problem => {
  switch (why) {
    case 'empty':
      return new Problem('input.invalid', `${file}：没有文字，请核对文件`, { file })
    case 'too-long':
      return new Problem('input.too-large', `${file}：超过 ${LONGEST_READOUT} 字，请拆开后再读`, { file })
    case 'not-text':
      return new Problem('input.format', `${file}：不是文本文件，请另存为 UTF-8 文本`, { file })
  }
}

const wordsOf = ({ title, directives }: Readout): string =>
  [
    title ?? '（没有标题）',
    ...directives.map((one) => `${'  '.repeat(one.level - 1)}${one.action}`),
    `共 ${directives.length} 条`,
  ].join('\n')

/** `yundiao readout parse`: what a meeting's text asks, by characters; needs no database. */
export const addReadout: AddCommand = (program) => {
  program
    .command('readout')
    .description('会议通稿')
    .command('parse <file>')
    .description('解析会议通稿或纪要')
    .action(async (file: string, _options: object, command) => {
      const reading = readReadout(await readText(file))
      if (reading.kind === 'refused') throw refused(file, reading.why)
      print(command, reading.readout, wordsOf(reading.readout))
    })
}
