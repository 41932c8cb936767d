import { DataTable, Dialog, fill, ProblemNote, Sheet, StateTag } from '@yundiao/ui'
import { type ChangeEvent, useState } from 'react'
import { type ImportChoice, importItems } from '../../api/items.ts'
import type { ItemImport, ItemImportRow } from '../../api/types.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const NONE: ImportChoice = { take: [], leave: [], keep: [] }

const toggled = (list: readonly string[], key: string, isIn: boolean): string[] =>
  isIn ? [...list, key] : list.filter((one) => one !== key)

const isTaken = (row: ItemImportRow, { take, leave }: ImportChoice): boolean =>
  !leave.includes(row.id) && (row.kind === 'new' || (row.kind === 'alike' && take.includes(row.id)))

type Chosen = { result: ItemImport; choice: ImportChoice; onChoice: (choice: ImportChoice) => void }

const Take = ({ row, choice, onChoice }: Omit<Chosen, 'result'> & { row: ItemImportRow }) => {
  const words = useWords()
  if (row.kind === 'refused') return <StateTag>{words.refusedRow}</StateTag>
  const change = (isIn: boolean) =>
    onChoice(
      row.kind === 'alike'
        ? { ...choice, take: toggled(choice.take, row.id, isIn) }
        : { ...choice, leave: toggled(choice.leave, row.id, !isIn) },
    )
  return (
    <label className="nw">
      <input type="checkbox" checked={isTaken(row, choice)} onChange={(event) => change(event.target.checked)} />{' '}
      {row.kind === 'alike' ? words.alikeTake : words.leaveRow}
    </label>
  )
}

const Rows = ({ result, choice, onChoice }: Chosen) => {
  const words = useWords()
  return (
    <div className="chart-table import-rows">
      <DataTable
        label={words.importItems}
        className="ruled"
        rows={result.rows}
        rowKey={(row) => row.id}
        rowClass={(row) => (isTaken(row, choice) ? undefined : 'settled')}
        columns={[
          { id: 'row', label: words.rowLabel, align: 'right', cell: (row) => row.row },
          { id: 'take', label: words.leaveRow, cell: (row) => <Take row={row} choice={choice} onChoice={onChoice} /> },
          {
            id: 'number',
            label: words.itemNumber,
            optional: true,
            cell: (row) => <span className="nw">{row.number}</span>,
          },
          { id: 'title', label: words.item, cell: (row) => <div className="wrap">{row.title}</div> },
          { id: 'unit', label: words.leadUnit, optional: true, cell: (row) => row.leadUnit ?? words.pending },
          {
            id: 'deadline',
            label: words.deadline,
            optional: true,
            cell: (row) => <span className="nw">{row.deadline ?? words.pending}</span>,
          },
          {
            id: 'state',
            label: words.handlingState,
            optional: true,
            cell: (row) => <span className="nw">{row.state}</span>,
          },
          {
            id: 'doubts',
            label: words.doubtful,
            cell: (row) => (
              <div className="wrap">
                {row.alike.map((other) => (
                  <div key={other} className="bad">
                    {words.alikeTake}：{other}
                  </div>
                ))}
                {row.doubts.map((doubt) => (
                  <div key={`${doubt.label}/${doubt.message}`} className={row.kind === 'refused' ? 'bad' : 'note'}>
                    {doubt.label}
                    {doubt.value ? `“${doubt.value.slice(0, 40)}”` : ''} {doubt.message}
                  </div>
                ))}
              </div>
            ),
          },
        ]}
      />
    </div>
  )
}

const Columns = ({ result, choice, onChoice }: Chosen) => {
  const words = useWords()
  return (
    <>
      {result.unmatched.length > 0 ? (
        <fieldset className="checks rows">
          <legend>{words.unmatchedColumns}</legend>
          {result.unmatched.map(({ head, personal }) => (
            <label key={head}>
              <input
                type="checkbox"
                disabled={personal}
                checked={choice.keep.includes(head)}
                onChange={(event) => onChoice({ ...choice, keep: toggled(choice.keep, head, event.target.checked) })}
              />{' '}
              {head} <span className="note">{personal ? words.personalColumn : words.keepColumn}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {result.missing.length > 0 ? (
        <p className="note">{fill(words.missingColumns, { list: result.missing.join('、') })}</p>
      ) : null}
    </>
  )
}

/** An old 督办台账 in: read first without changing anything, looked at row by row, then taken in one act. */
export const ImportItemsDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [choice, setChoice] = useState(NONE)
  const [result, setResult] = useState<ItemImport | null>(null)
  const trial = useAct((chosen: File) => importItems(chosen, NONE, true), { after: setResult, inPlace: true })
  const taken = result?.rows.filter((row) => isTaken(row, choice)).length ?? 0
  const act = useAct((chosen: File) => importItems(chosen, choice, false), {
    done: fill(words.importedItems, { n: taken }),
    close: onClose,
    inPlace: true,
  })
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0] ?? null
    setFile(chosen)
    setResult(null)
    setChoice(NONE)
    if (chosen) trial.run(chosen)
  }
  const refused = result?.rows.filter((row) => row.kind === 'refused').length ?? 0
  const problem = act.problem ?? (result ? null : trial.problem)
  return (
    <Dialog title={words.importItems} onClose={onClose} wide>
      <label>
        {words.sheetFileXlsx}
        <input className="field" type="file" accept=".xlsx,.csv" onChange={pick} />
      </label>
      <p className="note">{words.importItemsNote}</p>
      {trial.busy && !result ? <p role="status">{words.reading}…</p> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      {result ? (
        <>
          <p role="status">
            {fill(words.rowsRead, { n: result.rows.length, m: taken })}
            {refused > 0 ? `　${fill(words.refusedRows, { n: refused })}` : ''}
          </p>
          <Columns result={result} choice={choice} onChoice={setChoice} />
          <Sheet flush>
            <Rows result={result} choice={choice} onChoice={setChoice} />
          </Sheet>
        </>
      ) : null}
      <div className="actions">
        <button
          type="button"
          className="btn primary"
          disabled={!file || act.busy || taken === 0}
          onClick={() => file && act.run(file)}
        >
          {fill(words.importAccept, { n: taken })}
        </button>
      </div>
    </Dialog>
  )
}
