import type { Read } from '@yundiao/analysis'
import { Problem } from '@yundiao/kernel'
import type { Command } from 'commander'
import { readText } from '../read-input.ts'

/** The group of commands on one series, made by whichever is added first. */
export const seriesOf = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'series') ?? program.command('series').description('数列')

/** The input of a file as its reader has it. Throws Problem input.invalid with the place and what should stand there. */
export const readInput = async <T>(file: string, read: (text: string) => Read<T>): Promise<T> => {
  const outcome = read(await readText(file))
  if (outcome.kind === 'read') return outcome.value
  throw new Problem('input.invalid', `${file}：${outcome.where} ${outcome.message}`, { file, where: outcome.where })
}

/** What an engine refused, as a fault a person can mend. */
export const refused = (file: string, refusal: { reason: string; message: string }): Problem =>
  new Problem('figure.refused', `${file}：${refusal.message}`, { file, reason: refusal.reason })
