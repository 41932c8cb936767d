import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Dialog, Empty, Mark, Sheet, StateTag } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { unitsQuery } from '../../api/admin.ts'
import { addEntry, ledgerQuery, readEntries } from '../../api/ledgers.ts'
import type { EntryRow, FilterTerm } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useOn } from '../../shell/on-day.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

/** The ledger of 需协调事项. */
export const MATTERS = 'coordination.matter'

/** Where a matter comes from: an entry of a ledger or an item, with what people read about it. */
export type MatterSource = { words: string; region: string | null } & (
  | { ledger: string; entry: string }
  | { item: string }
)

const sourceValues = (source: MatterSource) => ({
  source: source.words.slice(0, 200),
  ...('item' in source ? { sourceItem: source.item } : { sourceLedger: source.ledger, sourceEntry: source.entry }),
})

const RaiseDialog = ({ source, levels, onClose }: { source: MatterSource; levels: string[]; onClose: () => void }) => {
  const words = useWords()
  const me = useMe()
  const units = useQuery(unitsQuery)
  const own = me.unit ?? units.data?.find((unit) => unit.region !== null && unit.region.code === me.region?.code)
  const act = useAct((body: Parameters<typeof addEntry>[1]) => addEntry(MATTERS, body), {
    done: words.raisedDone,
    close: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const values = {
      matter: textOf(form, 'matter') ?? '',
      detail: textOf(form, 'detail'),
      level: textOf(form, 'level'),
      responsible: textOf(form, 'responsible'),
      raisedOn: me.businessDay,
      raisedBy: own?.id ?? null,
      ...sourceValues(source),
    }
    act.run({ region: source.region, values })
  }
  return (
    <Dialog title={words.raise} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <p className="note wide">
          {words.openSource}：{source.words}
        </p>
        <label className="wide">
          {words.matter}
          <input className="field" name="matter" required maxLength={200} />
        </label>
        <label className="wide">
          {words.matterDetail}
          <textarea className="field" name="detail" rows={3} maxLength={1000} />
        </label>
        <label>
          {words.matterLevel}
          <select className="field" name="level">
            <option value="">{words.notNamed}</option>
            {levels.map((level) => (
              <option key={level}>{level}</option>
            ))}
          </select>
        </label>
        <label>
          {words.matterUnit}
          <select className="field" name="responsible">
            <option value="">{words.notNamed}</option>
            {(units.data ?? []).map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.shortName}
              </option>
            ))}
          </select>
        </label>
        <FormEnd act={act}>{words.raiseAct}</FormEnd>
      </form>
    </Dialog>
  )
}

const Raised = ({ row, unitName }: { row: EntryRow; unitName: (id: unknown) => string | null }) => {
  const words = useWords()
  const { matter, level, responsible, answer, answeredOn } = row.values
  return (
    <li>
      <Link to="/ledgers/$id/$entry" params={{ id: MATTERS, entry: row.id }}>
        {matter}
      </Link>{' '}
      <StateTag>{row.state}</StateTag>
      <p className="note">
        {level ?? null} {words.matterUnit}：{unitName(responsible) ?? <Mark word="待明确" />}
      </p>
      {answer ? (
        <p>
          {words.matterAnswer}
          {answeredOn ? `（${answeredOn}）` : ''}：{answer}
        </p>
      ) : null}
    </li>
  )
}

/**
 * 需协调事项 raised from this entry or item, each with its answer, and the act that raises one. For an account that may
 * not open that ledger it is not there.
 */
export const RaisedMatters = ({ source }: { source: MatterSource }) => {
  const words = useWords()
  const on = useOn()
  const [open, setOpen] = useState(false)
  const ledger = useQuery({ ...ledgerQuery(MATTERS, on), retry: false })
  const units = useQuery(unitsQuery)
  const origin =
    'item' in source ? { sourceItem: source.item } : { sourceLedger: source.ledger, sourceEntry: source.entry }
  const filter = Object.entries(origin).map(([field, value]): FilterTerm => ({ field, op: 'is', value }))
  const found = useQuery({
    queryKey: ['matters', filter, on],
    queryFn: () => readEntries(MATTERS, { filter }, on),
    enabled: ledger.data !== undefined,
  })
  if (!ledger.data || !found.data) return null
  const mayRaise = ledger.data.may.write && on === undefined
  const raise = mayRaise ? (
    <Button small onClick={() => setOpen(true)}>
      {words.raise}
    </Button>
  ) : null
  const levels = ledger.data.fields.find((field) => field.name === 'level')?.choices ?? []
  return (
    <Sheet title={words.raisedMatters} side={found.data.rows.length > 0 ? raise : null}>
      {found.data.rows.length === 0 ? (
        <Empty action={raise}>{words.noneRaised}</Empty>
      ) : (
        <ul className="links">
          {found.data.rows.map((row) => (
            <Raised
              key={row.id}
              row={row}
              unitName={(id) => units.data?.find((unit) => unit.id === id)?.shortName ?? null}
            />
          ))}
        </ul>
      )}
      {open ? <RaiseDialog source={source} levels={levels} onClose={() => setOpen(false)} /> : null}
    </Sheet>
  )
}
