import { useQueryClient } from '@tanstack/react-query'
import { fill, instant, useToasts } from '@yundiao/ui'
import { useMemo, useState } from 'react'
import { amendEntries } from '../../api/ledgers.ts'
import { problemOf } from '../../api/request.ts'
import type { LedgerView, StaleRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { refusedCells, staleRows, type ToSend } from './unsent.ts'
import type { UnsentEdits } from './use-unsent.ts'

type Refused = ReadonlyMap<string, { message: string; text: string }>

const sayStale = ({ by, at }: StaleRow, words: Words): string =>
  fill(words.staleRow, { by: by ?? words.another, at: at === null ? '' : instant(at) })

const refusalsOf = (details: Record<string, unknown> | null | undefined, sent: ToSend, words: Words): Refused => {
  const bad = new Map(refusedCells(details).map(({ entry, field, message }) => [`${entry}/${field}`, message]))
  const stale = new Map(staleRows(details).map((row) => [row.entry, sayStale(row, words)]))
  return new Map(
    sent.cells.flatMap(({ row, column, text }) => {
      const key = `${row}/${column}`
      const message = bad.get(key) ?? stale.get(row)
      return message === undefined ? [] : [[key, { message, text }] as const]
    }),
  )
}

/** Sends what was filled in, all or nothing; what was refused stays in its cells, each with its reason. */
export const useSend = (ledger: LedgerView, { edits, seen }: UnsentEdits) => {
  const words = useWords()
  const queries = useQueryClient()
  const toasts = useToasts()
  const [refused, setRefused] = useState<Refused>(new Map())
  const act = useAct(async (sent: ToSend) => {
    try {
      await amendEntries(ledger.id, { rows: sent.rows })
    } catch (error) {
      const { details } = problemOf(error)
      setRefused(refusalsOf(details, sent, words))
      seen(staleRows(details))
      await queries.invalidateQueries({ queryKey: ['entries', ledger.id] })
      throw error
    }
    // The new rows first, or the old texts would show for a moment.
    await queries.invalidateQueries({ queryKey: ['entries', ledger.id] })
    edits.settle(sent.cells)
    setRefused(new Map())
    toasts.say(fill(words.cellsSent, { n: sent.cells.length }))
  })
  // A refusal speaks of the text that was sent: once the cell reads otherwise it is gone.
  const faults = useMemo(
    () =>
      new Map(
        [...refused].flatMap(([key, { message, text }]) =>
          edits.edits.get(key) === text ? [[key, message] as const] : [],
        ),
      ),
    [refused, edits.edits],
  )
  return { send: act.run, busy: act.busy, faults }
}
