import { fill } from '@yundiao/ui'
import { useState } from 'react'
import { declineClauses, mergeClauses, settleClauses, undoClause } from '../../api/breakdown.ts'
import type { ClauseRow } from '../../api/types.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { type Merging, mergingOf } from './line-order.ts'

const stepsOf = (rows: readonly ClauseRow[]) => rows.map(({ id, version }) => ({ id, version }))
const openOf = (rows: readonly ClauseRow[]) => rows.filter((row) => row.disposition === 'pending')

/** Merged ones first: an item with requirements in it cannot be taken back. */
const undoOrder = (rows: readonly ClauseRow[]) =>
  rows
    .filter((row) => row.disposition !== 'pending')
    .toSorted((a, b) => Number(a.disposition === 'item') - Number(b.disposition === 'item'))

type Selection = { document: string; rows: readonly ClauseRow[]; selected: readonly ClauseRow[]; onDone: () => void }

/** True from the press to the answer; what is read again after it holds up no further key. */
const useWaiting = () => {
  const [waiting, setWaiting] = useState(false)
  const during = async <T>(act: () => Promise<T>): Promise<T> => {
    setWaiting(true)
    try {
      return await act()
    } finally {
      setWaiting(false)
    }
  }
  return { waiting, during }
}

/** What can be done with the selected lines. Each says whether it can be done now. */
export const useLineActs = ({ document, rows, selected, onDone }: Selection) => {
  const words = useWords()
  const open = openOf(selected)
  const merging = mergingOf(rows, selected)
  const { waiting: busy, during } = useWaiting()
  const settle = useAct(
    (lines: readonly ClauseRow[]) => during(() => settleClauses(document, { clauses: stepsOf(lines) })),
    {
      done: fill(words.setUpMany, { n: open.length }),
      after: onDone,
    },
  )
  const merge = useAct(
    ({ clauses, into }: Merging) => during(() => mergeClauses(document, { clauses: stepsOf(clauses), into })),
    {
      done: words.merged,
      after: onDone,
    },
  )
  const decline = useAct(
    (reason: string) => during(() => declineClauses(document, { clauses: stepsOf(open), reason })),
    {
      done: words.declined,
      after: onDone,
    },
  )
  const undo = useAct(
    (lines: readonly ClauseRow[]) =>
      during(async () => {
        for (const { id, version } of undoOrder(lines)) await undoClause(id, { version })
      }),
    { done: words.lineUndone },
  )
  return {
    open,
    busy,
    canSettle: open.length > 0 && !busy,
    canMerge: merging !== null && !busy,
    canDecline: open.length > 0 && !busy,
    canUndo: selected.length > open.length && !busy,
    settle: () => settle.run(open),
    merge: () => {
      if (merging) merge.run(merging)
    },
    mergeInto: (into: string) => merge.run({ clauses: open, into }),
    decline: (reason: string) => decline.run(reason),
    undo: () => undo.run(selected),
  }
}

export type LineActs = ReturnType<typeof useLineActs>
