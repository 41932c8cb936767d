import { Button, type Fig, FigureView, Sheet } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { releaseFigures } from '../../api/figures.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import type { Unreleased } from './unreleased.ts'

type Waiting = Unreleased extends ReadonlyMap<string, infer Passport> ? Passport : never

const figOf = (one: Waiting): Fig => ({
  ref: one.ref,
  value: null,
  shown: one.shown,
  unitShown: one.unitShown,
  round: one.round,
  mark: null,
  knownOn: one.knownOn,
  vintage: one.vintage,
  state: 'reported',
})

const sourceWords = ({ source, recordedBy }: Waiting): string =>
  [recordedBy, ...(source.kind === 'cell' ? [source.fileName] : source.lines)].join(' · ')

/** 审核发布, for statistics: what was told and is not yet open to everybody, each with who told it and on what. */
export const ReleaseSheet = ({ waiting }: { waiting: Unreleased }) => {
  const words = useWords()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const act = useAct(releaseFigures, { done: words.released })
  const rows = [...waiting.values()]
  const chosen = rows.map((row) => row.ref).filter((ref) => !left.has(ref))
  if (rows.length === 0) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.run(chosen)
  }
  const toggle = (ref: string) =>
    setLeft((old) => new Set(old.has(ref) ? [...old].filter((one) => one !== ref) : [...old, ref]))
  return (
    <Sheet
      title={`${words.awaitsRelease} ${rows.length}`}
      side={<span className="note">{words.awaitsReleaseNote}</span>}
      className="release"
    >
      <form className="col" onSubmit={submit}>
        <ul className="links">
          {rows.map((row) => (
            <li key={row.ref}>
              <label>
                <input type="checkbox" checked={!left.has(row.ref)} onChange={() => toggle(row.ref)} />{' '}
                {row.region.name} {row.periodWords} {row.label}
              </label>{' '}
              <FigureView fig={figOf(row)} label={row.label} withUnit />
              <p className="note">{sourceWords(row)}</p>
            </li>
          ))}
        </ul>
        <div className="actions">
          <Button type="submit" primary disabled={act.busy || chosen.length === 0}>
            {words.release} {chosen.length}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
