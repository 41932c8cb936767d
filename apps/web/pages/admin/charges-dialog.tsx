import { useQuery } from '@tanstack/react-query'
import { Button, Dialog, Empty, fill, Mark, ProblemNote } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { regionsQuery, unitsQuery } from '../../api/admin.ts'
import { indicatorsQuery } from '../../api/figures.ts'
import { addCharge, endCharge } from '../../api/posts.ts'
import type { ChargeKind, ChargeRow, PostRow } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const KINDS: readonly ChargeKind[] = ['unit', 'region', 'indicator', 'ledger-entry']

const useKindWords = (): Record<ChargeKind, string> => {
  const words = useWords()
  return {
    unit: words.chargeUnit,
    region: words.chargeRegion,
    indicator: words.chargeIndicator,
    'ledger-entry': words.chargeProject,
  }
}

type Choice = { id: string; name: string }

const useChoices = (kind: ChargeKind): readonly Choice[] => {
  const units = useQuery(unitsQuery)
  const regions = useQuery(regionsQuery)
  const indicators = useQuery(indicatorsQuery)
  switch (kind) {
    case 'unit':
      return (units.data ?? []).map(({ id, shortName }) => ({ id, name: shortName }))
    case 'region':
      return (regions.data ?? [])
        .filter((region) => region.kind === 'county' || region.kind === 'zone')
        .map(({ code, name }) => ({ id: code, name }))
    case 'indicator':
      return (indicators.data ?? []).map(({ code, label }) => ({ id: code, name: label }))
    case 'ledger-entry':
      return []
  }
}

const Subject = ({ kind }: { kind: ChargeKind }) => {
  const words = useWords()
  const choices = useChoices(kind)
  if (kind === 'ledger-entry')
    return (
      <label>
        {words.chargeSubject}
        <input className="field" name="subject" required maxLength={200} placeholder={words.chargeProjectNote} />
      </label>
    )
  return (
    <label>
      {words.chargeSubject}
      <select className="field" name="subject" required>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

const AddForm = ({ post }: { post: PostRow }) => {
  const words = useWords()
  const kinds = useKindWords()
  const me = useMe()
  const [kind, setKind] = useState<ChargeKind>('unit')
  const act = useAct(addCharge, { done: words.saved, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({ post: post.id, kind, subject: textOf(form, 'subject') ?? '', from: textOf(form, 'from') })
  }
  return (
    <>
      <form className="inline-form" onSubmit={submit}>
        <label>
          {words.chargeKind}
          <select className="field" value={kind} onChange={(event) => setKind(event.target.value as ChargeKind)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {kinds[one]}
              </option>
            ))}
          </select>
        </label>
        <Subject key={kind} kind={kind} />
        <label>
          {words.chargeFrom}
          <input className="field" type="date" name="from" required defaultValue={me.businessDay} />
        </label>
        <button type="submit" className="btn" disabled={act.busy}>
          {words.addCharge}
        </button>
      </form>
      {act.problem ? <ProblemNote problem={act.problem} /> : null}
    </>
  )
}

const Line = ({ charge, onEnd, busy }: { charge: ChargeRow; onEnd: () => void; busy: boolean }) => {
  const words = useWords()
  return (
    <li>
      <span className="grow">
        {charge.name}{' '}
        <span className="note">
          {charge.from ?? words.startUnknown} {words.chargeTo} {charge.to ?? words.toPresent}
        </span>{' '}
        {charge.alsoBy.length > 0 ? (
          <Mark word="待明确">{fill(words.alsoBy, { who: charge.alsoBy.join('、') })}</Mark>
        ) : null}
      </span>
      {charge.to === null ? (
        <Button small disabled={busy} aria-label={`${words.endCharge} ${charge.name}`} onClick={onEnd}>
          {words.endCharge}
        </Button>
      ) : (
        <span className="note">{words.chargeEnded}</span>
      )}
    </li>
  )
}

/** What one post is in charge of, by kind: add, or end on the business day. */
export const ChargesDialog = ({ post, onClose }: { post: PostRow; onClose: () => void }) => {
  const words = useWords()
  const kinds = useKindWords()
  const me = useMe()
  const end = useAct(endCharge, { done: words.saved, inPlace: true })
  return (
    <Dialog title={fill(words.chargesOf, { who: post.holder ?? post.title })} onClose={onClose} wide>
      <AddForm post={post} />
      {end.problem ? <ProblemNote problem={end.problem} /> : null}
      {post.charges.length === 0 ? <Empty>{words.noCharge}</Empty> : null}
      {KINDS.map((kind) => {
        const charges = post.charges.filter((charge) => charge.kind === kind)
        return charges.length === 0 ? null : (
          <section key={kind} className="charge-kind">
            <h3>{kinds[kind]}</h3>
            <ul>
              {charges.map((charge) => (
                <Line
                  key={charge.id}
                  charge={charge}
                  busy={end.busy}
                  onEnd={() => end.run({ id: charge.id, version: charge.version, to: me.businessDay })}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </Dialog>
  )
}
