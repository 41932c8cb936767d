import { DataTable, Dialog, fill, Sheet } from '@yundiao/ui'
import { type ChangeEvent, useState } from 'react'
import { importFile } from '../../api/ledgers.ts'
import type { ImportResult, LedgerView } from '../../api/types.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const Rejects = ({ rejected }: { rejected: ImportResult['rejected'] }) => {
  const words = useWords()
  return (
    <Sheet
      title={fill(words.notImported, {
        n: new Set(rejected.map((one) => `${one.sheet}!${one.cell.replace(/^[A-Z]+/, '')}`)).size,
      })}
      flush
    >
      <div className="chart-table">
        <DataTable
          label={words.rejects}
          rows={rejected}
          rowKey={(one) => `${one.sheet}!${one.cell}!${one.code}`}
          columns={[
            {
              id: 'cell',
              label: words.cell,
              cell: (r) => (
                <span className="nw">
                  {r.sheet} {r.cell}
                </span>
              ),
            },
            { id: 'value', label: words.value, cell: (r) => <span className="serif">{r.value}</span> },
            { id: 'message', label: words.whatToDo, cell: (r) => r.message },
          ]}
        />
      </div>
    </Sheet>
  )
}

const Changed = ({ updates }: { updates: ImportResult['updates'] }) => {
  const words = useWords()
  return (
    <Sheet title={fill(words.updateRows, { n: updates.length })} flush>
      <div className="chart-table">
        <DataTable
          label={words.updatedCells}
          rows={updates}
          rowKey={(one) => `${one.row}!${one.label}`}
          columns={[
            { id: 'row', label: words.rowInSheet, cell: (one) => one.row },
            { id: 'label', label: words.entry, cell: (one) => one.label },
            {
              id: 'lines',
              label: words.updatedCells,
              cell: (one) => one.lines.map((line) => <div key={line}>{line}</div>),
            },
          ]}
        />
      </div>
    </Sheet>
  )
}

/** A sheet in: tried first without changing anything, then taken. What is not taken is named by its cell. */
export const ImportDialog = ({ ledger, onClose }: { ledger: LedgerView; onClose: () => void }) => {
  const words = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [result, setResult] = useState<{ result: ImportResult; dry: boolean } | null>(null)
  const act = useAct(
    async ({ chosen, dry }: { chosen: File; dry: boolean }) => ({
      result: await importFile(ledger.id, chosen, dry),
      dry,
    }),
    { after: setResult },
  )
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0] ?? null
    setFile(chosen)
    setResult(null)
    if (chosen) act.run({ chosen, dry: true })
  }
  return (
    <Dialog title={`${words.importSheet} · ${ledger.title}`} onClose={onClose} wide>
      <label>
        {words.sheetFile}
        <input className="field" type="file" accept=".xlsx,.csv" onChange={pick} />
      </label>
      <p className="note">{words.importSheetNote}</p>
      {act.busy ? <p role="status">{words.reading}…</p> : null}
      {result ? (
        <>
          <p role="status">
            {fill(result.dry ? words.importDry : words.importDone, {
              rows: result.result.rows,
              accepted: result.result.accepted,
            })}
            {result.result.duplicates.length > 0
              ? `　${fill(words.importDuplicates, { n: result.result.duplicates.length })}`
              : ''}
            {result.result.unchanged > 0 ? `　${fill(words.sameAsBefore, { n: result.result.unchanged })}` : ''}
          </p>
          {result.result.updates.length > 0 ? <Changed updates={result.result.updates} /> : null}
          {result.result.rejected.length > 0 ? <Rejects rejected={result.result.rejected} /> : null}
        </>
      ) : null}
      <div className="actions">
        <button
          type="button"
          className="btn primary"
          disabled={!file || act.busy || result?.dry !== true || result.result.accepted === 0}
          onClick={() => file && act.run({ chosen: file, dry: false })}
        >
          {words.takeIn}
        </button>
      </div>
    </Dialog>
  )
}
