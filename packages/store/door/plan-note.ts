import type { Change, Planned } from './changes.ts'
import type { PlanContext } from './plan-context.ts'

/** An event without a row: an export, a revealed field, a view of an unreleased figure, a sign-in, a password set. */
export const planNote = (context: PlanContext, change: Extract<Change, { do: 'note' }>): Planned => ({
  events: [
    {
      stream: change.stream,
      kind: change.kind,
      subject: change.subject,
      scopes: [`r:${context.caller.city}`],
      body: { ...change.body },
      rows: [],
    },
  ],
  inserts: [],
  replacements: [],
  before: [],
  outcome: { do: 'note' },
})
