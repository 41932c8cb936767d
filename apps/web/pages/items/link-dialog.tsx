import { useQuery } from '@tanstack/react-query'
import { Button, Dialog, Empty, FieldText, SearchBox } from '@yundiao/ui'
import { useState } from 'react'
import { linkItem } from '../../api/items.ts'
import { ledgerQuery, ledgersQuery, readEntries } from '../../api/ledgers.ts'
import type { LedgerView } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type PickProps = { ledger: LedgerView; q: string; busy: boolean; onPick: (entry: string) => void }

const Entries = ({ ledger, q, busy, onPick }: PickProps) => {
  const words = useWords()
  const query = useQuery({
    queryKey: ['entries', ledger.id, 'link', q],
    queryFn: () => readEntries(ledger.id, { q: q || undefined }, undefined, { limit: 20 }),
  })
  const key = ledger.fields.find((field) => field.name === ledger.key)
  return (
    <Ready query={query} rows={5}>
      {(page) =>
        page.rows.length === 0 ? (
          <Empty>{words.noSuchRows}</Empty>
        ) : (
          <ul className="links">
            {page.rows.map((row) => (
              <li key={row.id} className="tools">
                <span className="grow">
                  {key ? <FieldText field={key} value={row.values[key.name]} /> : row.id}{' '}
                  <span className="note">
                    {row.region?.name} {row.state}
                  </span>
                </span>
                <Button small disabled={busy} onClick={() => onPick(row.id)}>
                  {words.link}
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </Ready>
  )
}

/** Ties an item to an entry of a ledger, so that the entry's changes show on the item by themselves. */
export const LinkDialog = ({ item, onClose }: { item: string; onClose: () => void }) => {
  const words = useWords()
  const ledgers = useQuery(ledgersQuery(undefined))
  const [chosen, setChosen] = useState<string | null>(null)
  const [q, setQ] = useState('')
  const id = chosen ?? ledgers.data?.[0]?.id
  const ledger = useQuery({ ...ledgerQuery(id ?? '', undefined), enabled: id !== undefined })
  const act = useAct((body: { ledger: string; entry: string }) => linkItem(item, body), {
    done: words.linked,
    close: onClose,
  })
  return (
    <Dialog title={words.linkEntry} onClose={onClose}>
      <div className="tools">
        <select
          className="field search"
          aria-label={words.ledger}
          value={id ?? ''}
          onChange={(event) => setChosen(event.target.value)}
        >
          {(ledgers.data ?? []).map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
        <SearchBox value={q} label={words.searchEntries} onSearch={setQ} />
      </div>
      {ledger.data ? (
        <Entries
          ledger={ledger.data}
          q={q}
          busy={act.busy}
          onPick={(entry) => act.run({ ledger: ledger.data.id, entry })}
        />
      ) : null}
    </Dialog>
  )
}
