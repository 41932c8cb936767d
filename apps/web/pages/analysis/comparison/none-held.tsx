import { Button, Empty, fill } from '@yundiao/ui'
import type { ComparedKind } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import { useChooseKind } from './kind-choice.tsx'

type NoneHeldProps = {
  view: { kind: string; kinds: readonly ComparedKind[]; periodWords: string }
  /** Of what nobody holds a figure. */
  what: string
  /** Where to go when no other kind is held either. */
  elsewhere: { label: string; go: () => void }
}

/** Nobody holds this kind of figure: another kind, or elsewhere. */
export const NoneHeld = ({ view, what, elsewhere }: NoneHeldProps) => {
  const words = useWords()
  const choose = useChooseKind()
  const kind = view.kinds.find(({ key }) => key === view.kind)
  const other = view.kinds.find(({ key, regions }) => key !== view.kind && regions > 0)
  return (
    <Empty
      action={
        <Button small onClick={other ? () => choose(other.key) : elsewhere.go}>
          {other ? fill(words.showKind, { label: other.label }) : elsewhere.label}
        </Button>
      }
    >
      {fill(words.noneHeld, { period: view.periodWords, indicator: what, kind: kind?.label ?? '' })}
    </Empty>
  )
}
