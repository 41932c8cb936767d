import { type SheetEdits, useSheetEdits } from '@yundiao/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { EntryRow } from '../../api/types.ts'
import { useMe } from '../../shell/session.ts'
import { readUnsent, slotOf, writeUnsent } from './unsent.ts'

export type UnsentEdits = {
  edits: SheetEdits
  /** The version of each row the person had in sight when the first cell of it was filled in. */
  versions: ReadonlyMap<string, number>
  /** The person has seen that a row changed: what is filled in goes over its new version. */
  seen: (rows: readonly { entry: string; version: number }[]) => void
}

/** Cells filled in and not yet sent; they outlive a reload of the page. */
export const useUnsent = (ledger: string, rows: readonly EntryRow[]): UnsentEdits => {
  const slot = slotOf(useMe().id, ledger)
  const [kept] = useState(() => readUnsent(sessionStorage.getItem(slot)))
  const versions = useRef(new Map(kept.versions))
  const stored = useMemo(() => new Map(rows.map((row) => [row.id, row.version])), [rows])
  const latest = useRef(stored)
  latest.current = stored
  const edits = useSheetEdits(
    (made) => {
      for (const { row } of made) {
        const version = latest.current.get(row)
        if (version !== undefined && !versions.current.has(row)) versions.current.set(row, version)
      }
    },
    () => kept.edits,
  )
  useEffect(() => {
    const edited = new Set([...edits.edits.keys()].map((key) => key.slice(0, key.lastIndexOf('/'))))
    for (const row of versions.current.keys()) if (!edited.has(row)) versions.current.delete(row)
    if (edited.size === 0) sessionStorage.removeItem(slot)
    else sessionStorage.setItem(slot, writeUnsent({ edits: edits.edits, versions: versions.current }))
  }, [edits.edits, slot])
  return {
    edits,
    versions: versions.current,
    seen: (changed) => {
      for (const { entry, version } of changed) versions.current.set(entry, version)
    },
  }
}
