import { useNavigate } from '@tanstack/react-router'
import { Dialog, fill } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { runEvaluation } from '../../api/evaluation.ts'
import type { EvaluationRun, SchemeRow, SchemeVersion } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type RunDialogProps = { schemes: readonly SchemeRow[]; scheme: string; onClose: () => void }

/** The version in force in the year first; the others may be tried on its data. */
const versionsFor = (scheme: SchemeRow | undefined, year: number | undefined): SchemeVersion[] => {
  const held = ({ from, to }: SchemeVersion): number =>
    year !== undefined && from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`) ? 0 : 1
  return (scheme?.versions ?? []).toSorted((a, b) => held(a) - held(b))
}

/** What is chosen so far: a method, a year of its ledger, the version for it. */
const useRunChoice = (schemes: readonly SchemeRow[], first: string) => {
  const [id, setId] = useState(first)
  const [year, setYear] = useState<number | null>(null)
  const [versionId, setVersion] = useState<string | null>(null)
  const runnable = schemes.filter(({ blocked }) => blocked === null)
  const scheme = runnable.find((one) => one.id === id) ?? runnable[0]
  const chosenYear = scheme?.years.find((one) => one === year) ?? scheme?.years[0]
  const versions = versionsFor(scheme, chosenYear)
  const version = versions.find((one) => one.id === versionId) ?? versions[0]
  return { runnable, scheme, year: chosenYear, versions, version, setId, setYear, setVersion }
}

type Choice = { value: string | number; label: string }

type SelectProps = { label: string; value: string | number | undefined; choices: readonly Choice[]; wide?: boolean }

const Select = ({
  label,
  value,
  choices,
  wide = false,
  onChoose,
}: SelectProps & { onChoose: (value: string) => void }) => (
  <label className={wide ? 'wide' : undefined}>
    {label}
    <select className="field" value={value} onChange={({ target }) => onChoose(target.value)}>
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  </label>
)

const Tracks = ({ tracks }: Pick<SchemeVersion, 'tracks'>) => {
  const words = useWords()
  return (
    <label>
      {words.evTrack}
      <select className="field" name="track">
        <option value="">{words.evTrackNone}</option>
        {tracks.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  )
}

const useRun = (onDone: () => void) => {
  const words = useWords()
  const navigate = useNavigate()
  const after = (run: EvaluationRun) => {
    onDone()
    void navigate({ to: '/evaluation/$id', params: { id: run.id } })
  }
  return useAct(runEvaluation, { done: words.evStarted, inPlace: true, after })
}

/** Method, version and year: the inputs come from the ledger, and a 试算 is made. */
export const RunDialog = ({ schemes, scheme: first, onClose }: RunDialogProps) => {
  const words = useWords()
  const act = useRun(onClose)
  const { runnable, scheme, year, versions, version, setId, setYear, setVersion } = useRunChoice(schemes, first)
  if (!scheme || !version) return null
  const title = fill(words.evDefaultTitle, { year: year ?? '', scheme: scheme.title })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [typed, track] = [textOf(form, 'title'), textOf(form, 'track')]
    if (!typed || year === undefined) return
    act.run({ scheme: scheme.id, version: version.id, year, title: typed, ...(track ? { track } : {}) })
  }
  return (
    <Dialog title={words.evSetUp} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <Select
          wide
          label={words.evMethod}
          value={scheme.id}
          choices={runnable.map((one) => ({ value: one.id, label: `${one.title}（${one.subject}）` }))}
          onChoose={setId}
        />
        <Select
          wide
          label={words.evVersion}
          value={version.id}
          choices={versions.map((one) => ({ value: one.id, label: one.title }))}
          onChoose={setVersion}
        />
        <Select
          label={words.evYear}
          value={year}
          choices={scheme.years.map((one) => ({ value: one, label: fill(words.evYearOf, { year: one }) }))}
          onChoose={(text) => setYear(Number(text))}
        />
        {version.tracks.length > 0 ? <Tracks tracks={version.tracks} /> : null}
        <label className="wide">
          {words.evTitle}
          <input key={title} className="field" name="title" required maxLength={60} defaultValue={title} />
        </label>
        {year === undefined ? <p className="bad wide">{words.evNoYears}</p> : null}
        <FormEnd act={{ ...act, busy: act.busy || year === undefined }}>{words.evRun}</FormEnd>
      </form>
    </Dialog>
  )
}
