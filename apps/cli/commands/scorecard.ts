import { Problem } from '@yundiao/kernel'
import type { Refusal } from '@yundiao/scorecards'
import type { Command } from 'commander'

/** The group of commands on scorecards, made by whichever is added first. */
export const scorecardOf = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'scorecard') ?? program.command('scorecard').description('评价')

/** Places a message shows in full; a file may have thousands. */
const SHOWN = 50

/** What the engine refused, as a fault a person can mend. */
export const refusedScorecard = (file: string, { reason, message, places }: Refusal): Problem =>
  new Problem('figure.refused', `${file}：${message}`, { file, reason, places: places.slice(0, SHOWN) })
