import process from 'node:process'
import { Command } from 'commander'
import { addAdmin } from './commands/admin.ts'
import { addBackup } from './commands/backup.ts'
import { addBriefing } from './commands/briefing.ts'
import { addDemo } from './commands/demo.ts'
import { addEventsExport } from './commands/events-export.ts'
import { addEventsVerify } from './commands/events-verify.ts'
import { addExport } from './commands/export.ts'
import { addImport } from './commands/import.ts'
import { addReadout } from './commands/readout.ts'
import { addRestore } from './commands/restore.ts'
import { addScorecardRobustness } from './commands/scorecard-robustness.ts'
import { addScorecardRun } from './commands/scorecard-run.ts'
import { addSeriesAdjust } from './commands/series-adjust.ts'
import { addSeriesBacktest } from './commands/series-backtest.ts'
import { addSeriesForecast } from './commands/series-forecast.ts'
import { addSeriesStl } from './commands/series-stl.ts'
import { addServe } from './commands/serve.ts'
import { addTarget } from './commands/target.ts'
import { addTargetAssess } from './commands/target-assess.ts'
import { type AddCommand, exitCodeOf, tellFault } from './run-command.ts'
import { HELP_WORDS, usageWords } from './usage-words.ts'

/** Every command, in the order of the help; one file each. */
const COMMANDS: readonly AddCommand[] = [
  addServe,
  addAdmin,
  addImport,
  addExport,
  addEventsExport,
  addEventsVerify,
  addBackup,
  addRestore,
  addDemo,
  addReadout,
  addTarget,
  addTargetAssess,
  addSeriesAdjust,
  addSeriesStl,
  addSeriesForecast,
  addSeriesBacktest,
  addScorecardRun,
  addScorecardRobustness,
  addBriefing,
]

const program = new Command('yundiao')
  .description('运调：经济运行调度')
  .option('--json', '只向标准输出写一个 JSON 文档')
  .exitOverride()
  .helpOption('-h, --help', '显示用法')
  .helpCommand('help [命令]', '显示一个命令的用法')
  .configureHelp(HELP_WORDS)
  .configureOutput({ outputError: (text, write) => write(`${usageWords(text)}\n`) })
for (const add of COMMANDS) add(program)

try {
  await program.parseAsync(process.argv)
} catch (error) {
  // A command line that could not be parsed may not have come as far as its --json.
  tellFault(error, process.argv.includes('--json'))
  process.exitCode = exitCodeOf(error)
}
