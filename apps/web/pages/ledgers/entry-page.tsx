import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import {
  alsoShownNumber,
  Button,
  Empty,
  FieldForm,
  FieldText,
  type FieldValue,
  type FieldView,
  fill,
  Mark,
  Page,
  Sheet,
  StateTag,
} from '@yundiao/ui'
import { useState } from 'react'
import { changeEntry, type EntryChange, entryQuery, ledgerQuery } from '../../api/ledgers.ts'
import type { EntryView, LedgerView } from '../../api/types.ts'
import { History } from '../../shell/history.tsx'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { EntryFiles } from './entry-files.tsx'
import { MatterSheets } from './matter-sheets.tsx'
import { MATTERS, RaisedMatters } from './raised-matters.tsx'
import { RegionField } from './region-field.tsx'
import { RevealDialog } from './reveal-dialog.tsx'
import { StateMove } from './state-move.tsx'

type Part = { ledger: LedgerView; view: EntryView }

/** The unit behind a number, and the same value in the second unit: 1.2345 公顷（18.52 亩）. */
const unitsAfter = ({ shownIn, alsoShownIn }: FieldView, value: FieldValue | undefined): string => {
  if (typeof value !== 'number' || !shownIn) return ''
  return ` ${shownIn}${alsoShownIn ? `（${alsoShownNumber(value, alsoShownIn)} ${alsoShownIn}）` : ''}`
}

const ADDRESS = /^https?:\/\/\S+$/

/** Addresses of sources are links, one a line; everything else is as FieldText has it. */
const Value = ({ field, value }: { field: FieldView; value: FieldValue | undefined }) =>
  typeof value === 'string' && value.split('\n').every((line) => ADDRESS.test(line)) ? (
    value.split('\n').map((line) => (
      <div key={line}>
        <a href={line} target="_blank" rel="noreferrer">
          {line}
        </a>
      </div>
    ))
  ) : (
    <FieldText field={field} value={value} />
  )

const Fields = ({ ledger, view }: Part) => {
  const words = useWords()
  const [looking, setLooking] = useState<LedgerView['personal'][number] | null>(null)
  return (
    <>
      <dl className="kv record">
        <dt>{words.region}</dt>
        <dd>{view.entry.region?.name ?? <Mark word="待明确">{words.noRegion}</Mark>}</dd>
        {ledger.fields.map((field) => (
          <div key={field.name} style={{ display: 'contents' }}>
            <dt>{[...field.under, field.label].join(' · ')}</dt>
            <dd>
              <Value field={field} value={view.entry.values[field.name]} />
              {unitsAfter(field, view.entry.values[field.name])}
            </dd>
          </div>
        ))}
        {ledger.personal.map((field) => (
          <div key={field.name} style={{ display: 'contents' }}>
            <dt>{field.label}</dt>
            <dd>
              <Button small aria-label={fill(words.lookAt, { label: field.label })} onClick={() => setLooking(field)}>
                {words.look}
              </Button>{' '}
              <span className="note">{words.lookNeedsReason}</span>
            </dd>
          </div>
        ))}
      </dl>
      {looking ? (
        <RevealDialog ledger={ledger.id} entry={view.entry.id} field={looking} onClose={() => setLooking(null)} />
      ) : null}
    </>
  )
}

const EditFields = ({ ledger, view, onDone }: Part & { onDone: () => void }) => {
  const words = useWords()
  const [region, setRegion] = useState(view.entry.region?.code ?? '')
  const act = useAct((body: EntryChange) => changeEntry(ledger.id, view.entry.id, body), {
    done: words.saved,
    close: onDone,
  })
  return (
    <FieldForm
      fields={ledger.fields}
      values={view.entry.values}
      submit={words.save}
      busy={act.busy}
      more={<RegionField value={region} onChange={setRegion} />}
      cancel={<Button onClick={onDone}>{words.cancel}</Button>}
      onSubmit={(values) => {
        const moved = region !== (view.entry.region?.code ?? '')
        if (Object.keys(values).length === 0 && !moved) onDone()
        else act.run({ version: view.entry.version, values, ...(moved ? { region: region || null } : {}) })
      }}
    />
  )
}

const Related = ({ ledger, view }: Part) => {
  const words = useWords()
  return (
    <>
      <Sheet title={words.linkedItems}>
        {view.items.length === 0 ? (
          <Empty
            action={
              <Link to="/items" className="btn small">
                {words.items}
              </Link>
            }
          >
            {words.noLinkedItems}
          </Empty>
        ) : (
          <ul className="links">
            {view.items.map((item) => (
              <li key={item.id}>
                <Link to="/items/$id" params={{ id: item.id }}>
                  {item.number} {item.title}
                </Link>{' '}
                <StateTag>{item.state}</StateTag>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
      {view.duplicates.length > 0 ? (
        <Sheet title={words.maybeSame}>
          <ul className="links">
            {view.duplicates.map((other) => (
              <li key={other.id}>
                <Link to="/ledgers/$id/$entry" params={{ id: ledger.id, entry: other.id }}>
                  {other.label}
                </Link>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </>
  )
}

const EntrySheets = ({ ledger, view }: Part) => {
  const words = useWords()
  const on = useOn()
  const [editing, setEditing] = useState(false)
  const mayWrite = view.may.write && on === undefined
  const title = view.entry.values[ledger.key]
  return (
    <Page
      title={typeof title === 'string' ? title : ledger.title}
      facts={
        <>
          <Link to="/ledgers/$id" params={{ id: ledger.id }}>
            {ledger.title}
          </Link>{' '}
          · {view.entry.state} · {words.knownOn} {view.entry.knownFrom} ·{' '}
          {fill(words.nthVersion, { n: view.entry.version })}
          {view.entry.demo ? (
            <>
              {' '}
              <Mark word="演示" />
            </>
          ) : null}
        </>
      }
      actions={
        mayWrite && !editing ? (
          <Button primary onClick={() => setEditing(true)}>
            {words.edit}
          </Button>
        ) : null
      }
    >
      <div className="two">
        <div className="col">
          <Sheet title={words.record} flush={!editing}>
            {editing ? (
              <EditFields key={view.entry.version} ledger={ledger} view={view} onDone={() => setEditing(false)} />
            ) : (
              <Fields ledger={ledger} view={view} />
            )}
          </Sheet>
          <Sheet title={words.history} side={<span className="note">{words.historyNote}</span>}>
            <History lines={view.history} />
          </Sheet>
        </div>
        <div className="col">
          <StateMove ledger={ledger} view={view} mayWrite={mayWrite} />
          <EntryFiles ledger={ledger} view={view} mayWrite={mayWrite} />
          {ledger.id === MATTERS ? (
            <MatterSheets view={view} mayWrite={mayWrite} />
          ) : (
            <RaisedMatters
              source={{
                words: `${ledger.title}：${typeof title === 'string' ? title : ''}`,
                region: view.entry.region?.code ?? null,
                ledger: ledger.id,
                entry: view.entry.id,
              }}
            />
          )}
          <Related ledger={ledger} view={view} />
        </div>
      </div>
    </Page>
  )
}

/** One entry's file: fields, state, linked items, history. */
export const EntryPage = () => {
  const words = useWords()
  const on = useOn()
  const { id = '', entry = '' } = useParams({ strict: false })
  const ledger = useQuery(ledgerQuery(id, on))
  const view = useQuery(entryQuery(id, entry, on))
  if (ledger.data && view.data) return <EntrySheets ledger={ledger.data} view={view.data} />
  return (
    <Page title={words.entry}>
      <Ready query={ledger} rows={16}>
        {() => (
          <Ready query={view} rows={16}>
            {() => null}
          </Ready>
        )}
      </Ready>
    </Page>
  )
}
