import type { Indicator } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { EntryOf, LedgerDefinition } from '@yundiao/ledgers'
import type { Rule } from '@yundiao/rules'
import type { Evaluation } from '@yundiao/scorecards'

/** One entry a view reads: the frame of its row and its typed values. */
export type ViewRow<L extends LedgerDefinition> = {
  id: string
  region: string
  unit: string | null
  state: string
  knownFrom: LocalDate
  demo: boolean
  values: EntryOf<L>
}

/** Ledgers a view reads, under the names it calls them by. */
export type Reads = Readonly<Record<string, LedgerDefinition>>

/** The rows the caller may see, as known on the day asked. */
export type ViewData<R extends Reads> = { readonly [N in keyof R]: readonly ViewRow<R[N]>[] }

/**
 * A pure read model: rows of the ledgers it reads, the parameters, the day → plain data for a page. The caller's rights
 * are applied to the rows before it runs. `params` parses what the request carries (a zod schema fits).
 */
export type View<R extends Reads = Reads, P = unknown, O = unknown> = {
  /** `projects.same-name`: domain, dot, view. Served at `/api/views/:id`. */
  id: string
  reads: R
  params: { parse: (input: unknown) => P }
  run: (data: ViewData<R>, params: P, on: LocalDate) => O
}

/** A view whose parameters and rows the registry no longer knows the types of. */
export type AnyView = {
  id: string
  reads: Reads
  params: { parse: (input: unknown) => unknown }
  answer: (data: Readonly<Record<string, readonly unknown[]>>, input: unknown, on: LocalDate) => unknown
}

/** Declares a view, and closes its types into one function the generic route can call with parsed JSON. */
export const defineView = <const R extends Reads, P, O>(view: View<R, P, O>): View<R, P, O> & AnyView => ({
  ...view,
  // The route reads the rows by `reads`, typed by the same definitions, so they are what `run` expects.
  answer: (data, input, on) => view.run(data as ViewData<R>, view.params.parse(input), on),
})

/** Everything one field of DESIGN §3 adds: data and pure functions, no routes. */
export type Domain = {
  id: string
  title: string
  ledgers: readonly LedgerDefinition[]
  rules: readonly Rule[]
  figures: readonly Indicator[]
  views: readonly AnyView[]
  /** Methods of evaluation, run on its ledgers. */
  evaluations?: readonly Evaluation[]
}

/** Declares a domain, keeping the exact types of what it lists. */
export const defineDomain = <const D extends Domain>(domain: D): D => domain
