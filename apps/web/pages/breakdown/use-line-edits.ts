import { useQueryClient } from '@tanstack/react-query'
import { type CellEdit, cellKey, type EditHow, type SheetEdits, useSheetEdits, useToasts } from '@yundiao/ui'
import { useRef, useState } from 'react'
import { editCells } from '../../api/breakdown.ts'
import { problemOf } from '../../api/request.ts'
import type { ClauseRow } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const NO_FAULTS: ReadonlyMap<string, string> = new Map()

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

type Refused = { cells: readonly string[]; messages: readonly string[] }

/** The cells a refusal names, where it names any. */
const refusedIn = (details: unknown): Refused => {
  const { cells, messages } = (details ?? {}) as { cells?: unknown; messages?: unknown }
  return { cells: listOf(cells), messages: listOf(messages) }
}

const without = (faults: ReadonlyMap<string, string>, keys: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...faults].filter(([key]) => !keys.includes(key)))

/** The record a line's cells are kept in, whose versions count: the item's where it is one. */
const recordOf = (row: ClauseRow): string => (row.disposition === 'item' && row.item !== null ? row.item : row.id)

/**
 * Sends each act on the sheet as one commit, in order. What the server refuses by cell stays on the sheet, framed, and
 * the rest of the act is sent again without it; a line somebody else changed is read again.
 */
export const useLineEdits = (document: string, rows: readonly ClauseRow[]) => {
  const words = useWords()
  const queries = useQueryClient()
  const toasts = useToasts()
  const [faults, setFaults] = useState(NO_FAULTS)
  const known = useRef(new Map<string, number>())
  const line = useRef<Promise<void>>(Promise.resolve())
  const latest = useRef(rows)
  latest.current = rows
  const sheet = useRef<SheetEdits | null>(null)

  const rowOf = (id: string) => latest.current.find((one) => one.id === id)
  const versionOf = (id: string): number => {
    const row = rowOf(id)
    return row ? Math.max(known.current.get(recordOf(row)) ?? 0, row.lineVersion) : 0
  }

  const send = async (edits: readonly CellEdit[], how: EditHow): Promise<void> => {
    const cells = edits.map(({ row, column, text }) => ({ clause: row, version: versionOf(row), field: column, text }))
    try {
      const { versions } = await editCells(document, { how, cells })
      for (const [id, version] of Object.entries(versions)) {
        const row = rowOf(id)
        if (row) known.current.set(recordOf(row), version)
      }
      await queries.invalidateQueries({ queryKey: ['document', document] })
      sheet.current?.settle(edits)
      void queries.invalidateQueries({ queryKey: ['approval', document] })
    } catch (error) {
      const problem = problemOf(error)
      const refused = refusedIn(problem.details)
      setFaults((old) => new Map([...old, ...refused.cells.map((key, i) => [key, refused.messages[i] ?? ''] as const)]))
      const rest = edits.filter(({ row, column }) => !refused.cells.includes(cellKey(row, column)))
      if (refused.cells.length > 0 && rest.length > 0) return send(rest, how)
      if (refused.cells.length > 0) return
      toasts.fault(problem.code === 'version.stale' ? { ...problem, detail: words.staleLine } : problem)
      known.current.clear()
      sheet.current?.reset()
      await queries.invalidateQueries({ queryKey: ['document', document] })
    }
  }

  const onApply = (edits: readonly CellEdit[], how: EditHow) => {
    const keys = edits.map(({ row, column }) => cellKey(row, column))
    setFaults((old) => without(old, keys))
    line.current = line.current.then(() => send(edits, how))
  }
  const edits = useSheetEdits(onApply)
  sheet.current = edits
  return { edits, faults }
}

/** The suggestions of rows in every empty cell, as one act. */
export const adoptionOf = (rows: readonly ClauseRow[]): CellEdit[] =>
  rows.flatMap((row) =>
    row.editable
      ? suggestedCells(row).map(({ column, text }) => ({ row: row.id, column, text, was: row.cells[column] ?? '' }))
      : [],
  )

const suggestedCells = ({ suggestions, cells }: ClauseRow): { column: string; text: string }[] => {
  const { leadUnit, leadLeader, closure, feedback } = suggestions
  return [
    ...(leadUnit ? [{ column: 'leadUnit', text: leadUnit.name }] : []),
    ...(leadLeader ? [{ column: 'leadLeader', text: leadLeader.text }] : []),
    ...(closure ? [{ column: 'closure', text: closure.kind as string }] : []),
    ...(feedback ? [{ column: 'feedback', text: feedback.text }] : []),
  ].filter(({ column }) => cells[column] === '')
}

export type LineEdits = ReturnType<typeof useLineEdits>
