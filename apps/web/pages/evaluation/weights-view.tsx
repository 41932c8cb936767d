import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { fill, Sheet } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { keepWeights, whatIfQuery } from '../../api/evaluation.ts'
import type { EvaluationRun, EvaluationView } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useSettled } from '../../shell/use-settled.ts'
import { useWords } from '../../shell/words.ts'
import { isSame, type Tenths, tenthsOf, weightsOf } from './balance-weights.ts'
import { EffectPane } from './effect-pane.tsx'
import type { ViewProps } from './view-props.ts'
import { type Editing, WeightSliders } from './weight-sliders.tsx'

type KeepProps = { view: EvaluationView; tenths: Tenths; changed: boolean; on: string | undefined }

/** The weights in hand as a 试算 of their own: it is then published like any other. */
const Keep = ({ view, tenths, changed, on }: KeepProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const { run, may } = view
  const act = useAct(keepWeights, {
    done: words.evKept,
    after: (made: EvaluationRun) => void navigate({ to: '/evaluation/$id', params: { id: made.id } }),
  })
  if (on !== undefined || !may.change.can) return may.change.why ? <p className="note">{may.change.why}</p> : null
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const title = textOf(new FormData(event.currentTarget), 'title')
    if (title) act.run({ id: run.id, title, weights: weightsOf(tenths) })
  }
  return (
    <form className="keep-weights" onSubmit={submit}>
      <label className="grow">
        {words.evKeepAs}
        <input
          className="field"
          name="title"
          required
          maxLength={60}
          defaultValue={fill(words.evKeepTitle, { title: run.title })}
        />
      </label>
      <button type="submit" className="btn" disabled={!changed || act.busy}>
        {words.evKeep}
      </button>
    </form>
  )
}

/** 权重试算: weights moved by hand, who gains and who loses at once, kept as a 试算 of its own. */
export const WeightsView = ({ view, on }: ViewProps) => {
  const words = useWords()
  const items = view.items.filter(({ leaf, weight }) => leaf && weight > 0)
  const [first] = useState(() => tenthsOf(Object.fromEntries(items.map(({ code, weight }) => [code, weight]))))
  const [editing, setEditing] = useState<Editing>({ tenths: first, held: new Set() })
  const settled = useSettled(editing.tenths)
  const same = isSame(first, editing.tenths)
  const query = useQuery({ ...whatIfQuery(view.run.id, weightsOf(settled)), enabled: !isSame(first, settled) })
  return (
    <div className="two weights-panes">
      <Sheet title={words.evWeightsTitle}>
        <WeightSliders items={items} first={first} editing={editing} onEdit={setEditing} />
        <Keep view={view} tenths={editing.tenths} changed={!same} on={on} />
      </Sheet>
      <EffectPane run={view.run.id} query={query} isSame={same} />
    </div>
  )
}
