import process from 'node:process'
import { isProblem, PROBLEM_CODES, Problem } from '@yundiao/kernel'
import { type Command, CommanderError } from 'commander'
import { usageWords } from './usage-words.ts'

/** Adds one command to the program. */
export type AddCommand = (program: Command) => void

/** Exit codes: 0 done, 1 findings or a fault a person can mend, 2 wrong usage, 3 our bug. */
export const FINDINGS = 1
const USAGE = 2
const BUG = 3

export const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE
  if (!isProblem(error)) return BUG
  return error.code === 'usage' ? USAGE : FINDINGS
}

const problemBody = ({ code, message, details }: Problem) => ({
  code,
  ...PROBLEM_CODES[code],
  detail: message,
  details,
})

export const say = (message: string): void => {
  process.stderr.write(`${message}\n`)
}

const printJson = (document: unknown): void => {
  process.stdout.write(`${JSON.stringify(document)}\n`)
}

/** A result: the document with `--json`, else its words. */
export const print = (command: Command, document: unknown, words: string): void => {
  if (command.optsWithGlobals().json === true) printJson(document)
  else process.stdout.write(`${words}\n`)
}

/** A fault in words on stderr, and with `--json` as a document on stdout. Commander has told its own already. */
export const tellFault = (error: unknown, asJson: boolean): void => {
  if (error instanceof CommanderError) {
    if (asJson && error.exitCode !== 0) printJson(problemBody(new Problem('usage', usageWords(error.message))))
    return
  }
  if (isProblem(error)) {
    if (asJson) printJson(problemBody(error))
    say(error.message)
    return
  }
  if (asJson) printJson({ code: 'bug', title: '程序出错', status: 500, detail: String(error), details: {} })
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
