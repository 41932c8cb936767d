import { Button, Dialog, fill, Mark } from '@yundiao/ui'
import { type FormEvent, type ReactNode, useState } from 'react'
import { makeFindingItem } from '../../../api/findings.ts'
import type { ClosureKind, FindingRow } from '../../../api/types.ts'
import { FormEnd } from '../../../shell/form-end.tsx'
import { textOf } from '../../../shell/form-text.ts'
import { useAct } from '../../../shell/use-act.ts'
import { useWords } from '../../../shell/words.ts'
import { closureKinds } from '../../items/closure-kinds.ts'
import { DueField } from '../../items/due-field.tsx'
import { UnitPicker } from '../../items/unit-picker.tsx'

/** A grey suggestion with the button that takes it; nothing once it is taken. */
const Offer = ({ words: said, taken, onAdopt }: { words: ReactNode; taken: boolean; onAdopt: () => void }) => {
  const words = useWords()
  if (taken) return null
  return (
    <span className="offer">
      <Mark word="建议" /> <span className="suggested">{said}</span>{' '}
      <Button small onClick={onAdopt}>
        {words.adoptSuggestion}
      </Button>
    </span>
  )
}

const Basis = ({ finding }: { finding: FindingRow }) => {
  const words = useWords()
  return (
    <div className="wide">
      <span className="note">{words.basis}</span>
      <blockquote className="serif quoted" lang="zh">
        {finding.basis?.words}
      </blockquote>
      <span className="note">{fill(words.figuresLinkedToo, { n: finding.basis?.figures ?? 0 })}</span>
    </div>
  )
}

/** 事项, begun by nobody but a person: the suggestion is beside the field, not in it. */
const MatterField = ({ finding }: { finding: FindingRow }) => {
  const words = useWords()
  const [title, setTitle] = useState('')
  const { suggestedTitle } = finding
  return (
    <div className="wide">
      <label>
        {words.item}
        <textarea
          className="field"
          name="title"
          rows={2}
          required
          maxLength={500}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </label>
      <Offer words={suggestedTitle} taken={title === suggestedTitle} onAdopt={() => setTitle(suggestedTitle)} />
    </div>
  )
}

const LeaderField = ({ suggested }: { suggested: string | null }) => {
  const words = useWords()
  const [leader, setLeader] = useState('')
  return (
    <div>
      <label>
        {words.leadLeader}
        <input
          className="field"
          name="leadLeader"
          maxLength={60}
          autoComplete="off"
          value={leader}
          onChange={({ target }) => setLeader(target.value)}
        />
      </label>
      {suggested === null ? null : (
        <Offer words={suggested} taken={leader === suggested} onAdopt={() => setLeader(suggested)} />
      )}
    </div>
  )
}

type Units = { lead: string[]; assist: string[] }

const UnitFields = ({
  finding,
  units,
  onUnits,
}: {
  finding: FindingRow
  units: Units
  onUnits: (u: Units) => void
}) => {
  const words = useWords()
  const { leadUnit } = finding
  return (
    <>
      <div>
        <UnitPicker label={words.leadUnit} chosen={units.lead} onChange={(lead) => onUnits({ ...units, lead })} />
        {leadUnit === null ? null : (
          <Offer
            words={leadUnit.name}
            taken={units.lead[0] === leadUnit.id}
            onAdopt={() => onUnits({ ...units, lead: [leadUnit.id] })}
          />
        )}
      </div>
      <UnitPicker
        many
        label={words.assistUnits}
        chosen={units.assist}
        onChange={(assist) => onUnits({ ...units, assist })}
      />
    </>
  )
}

const ClosureField = () => {
  const words = useWords()
  return (
    <label>
      {words.closureKind}
      <select className="field" name="closure" defaultValue="">
        <option value="">{words.pending}</option>
        {closureKinds(words).map((one) => (
          <option key={one.key} value={one.key}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  )
}

type DialogProps = { finding: FindingRow; period: string; onClose: () => void }

/** 立项 of a finding: its words are the basis, its figures are linked with it; the rest a person says or leaves 待明确. */
export const SetUpDialog = ({ finding, period, onClose }: DialogProps) => {
  const words = useWords()
  const [units, setUnits] = useState<Units>({ lead: [], assist: [] })
  const act = useAct((body: Parameters<typeof makeFindingItem>[1]) => makeFindingItem(finding.id, body), {
    done: words.setUpFinding,
    close: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({
      period,
      title: textOf(form, 'title') ?? '',
      leadUnit: units.lead[0] ?? null,
      assistUnits: units.assist,
      deadline: textOf(form, 'deadline'),
      measure: textOf(form, 'measure'),
      closureKind: textOf(form, 'closure') as ClosureKind | null,
      leadLeader: textOf(form, 'leadLeader'),
    })
  }
  return (
    <Dialog title={fill(words.makeItemOf, { what: `${finding.regionName}${finding.label}` })} onClose={onClose} wide>
      <form className="fields tight" onSubmit={submit}>
        <Basis finding={finding} />
        <MatterField finding={finding} />
        <UnitFields finding={finding} units={units} onUnits={setUnits} />
        <DueField />
        <LeaderField suggested={finding.leader} />
        <ClosureField />
        <label>
          {words.measureOrResult}
          <input className="field" name="measure" maxLength={500} />
        </label>
        <FormEnd act={act}>{words.setUp}</FormEnd>
      </form>
    </Dialog>
  )
}
