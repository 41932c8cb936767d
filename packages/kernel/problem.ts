import type { ProblemCode } from './problem-codes.ts'

/** Where a fault lies and what mends it. Values are shown to people: never put personal data or figure values here. */
export type ProblemDetails = Readonly<
  Record<
    string,
    /** A list of places, such as the cells of a sheet, each with what is wrong there. */
    string | number | boolean | null | readonly string[] | readonly Readonly<Record<string, string | number | null>>[]
  >
>

/**
 * A fault the user can mend. Thrown in a shell (store, office, server, CLI) and shown by one handler as RFC 9457
 * problem+json; engines return outcomes as values instead.
 * `message` names the place, says what is wrong and what to do, in Chinese; `code` is one of PROBLEM_CODES.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails
  constructor(code: ProblemCode, message: string, details: ProblemDetails = {}) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}

/** Whether something thrown is a fault the user can mend. */
export const isProblem = (error: unknown): error is Problem => error instanceof Problem
