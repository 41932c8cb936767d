import { Button, Empty, fill, ProblemNote, Sheet } from '@yundiao/ui'
import { useRef, useState } from 'react'
import { attachToEntry, entryFileHref, withdrawEntryFile } from '../../api/ledgers.ts'
import type { EntryFile, EntryView, LedgerView } from '../../api/types.ts'
import { ReasonDialog } from '../../shell/reason-dialog.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { ATTACHABLE } from '../items/scan-field.tsx'

type Part = { ledger: LedgerView; view: EntryView }

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

type AttachProps = { busy: boolean; onFile: (file: File) => void }

/** Chooses a file and hands it in at once. */
const Attach = ({ busy, onFile }: AttachProps) => {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={ATTACHABLE}
        aria-label={words.attachFile}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
      <Button small disabled={busy} onClick={() => input.current?.click()}>
        {busy ? words.fileSending : words.attachFile}
      </Button>
    </>
  )
}

/** Scans and documents attached to an entry: what proves what its fields say. */
export const EntryFiles = ({ ledger, view, mayWrite }: Part & { mayWrite: boolean }) => {
  const words = useWords()
  const [leaving, setLeaving] = useState<EntryFile | null>(null)
  const place = { ledger: ledger.id, entry: view.entry.id }
  const act = useAct((file: File) => attachToEntry(place.ledger, place.entry, file), {
    done: words.fileAttached,
    inPlace: true,
  })
  const attach = mayWrite ? <Attach busy={act.busy} onFile={act.run} /> : null
  return (
    <Sheet title={words.entryFiles} side={view.files.length > 0 ? attach : null}>
      {act.problem ? <ProblemNote problem={act.problem} /> : null}
      {view.files.length === 0 ? (
        <Empty action={attach}>{words.noEntryFiles}</Empty>
      ) : (
        <ul className="links">
          {view.files.map((file) => (
            <li key={file.id}>
              <a href={entryFileHref(place.ledger, place.entry, file.id)} download>
                {file.name}
              </a>{' '}
              <span className="note">
                {sizeOf(file.bytes)} · {file.attachedOn}
              </span>{' '}
              {mayWrite ? (
                <Button
                  small
                  aria-label={fill(words.withdrawFileOf, { name: file.name })}
                  onClick={() => setLeaving(file)}
                >
                  {words.withdrawFile}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {leaving ? (
        <ReasonDialog
          title={fill(words.withdrawFileOf, { name: leaving.name })}
          label={words.withdrawFileReason}
          note={words.withdrawFileNote}
          submit={words.withdrawFile}
          done={words.fileWithdrawn}
          act={(reason) => withdrawEntryFile(place.ledger, place.entry, leaving.id, reason)}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </Sheet>
  )
}
