import { useNavigate } from '@tanstack/react-router'
import { fill, Mark, Segment } from '@yundiao/ui'
import type { ComparedKind } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'

type Held = { kind: string; kinds: readonly ComparedKind[] }

/** Sets the kind compared, kept in the address. */
export const useChooseKind = () => {
  const navigate = useNavigate()
  return (kind: string | undefined) => void navigate({ to: '/analysis', search: (old) => ({ ...old, kind }) })
}

export const isDemonstration = ({ kind }: Pick<Held, 'kind'>): boolean => kind.endsWith('~演示')

/** Who stands behind the figures compared; left out where there is one choice only. */
export const KindChoice = ({ kind, kinds }: Held) => {
  const words = useWords()
  const choose = useChooseKind()
  if (kinds.length < 2) return null
  return (
    <Segment
      label={words.sourceAndConcept}
      value={kind}
      onChange={choose}
      options={kinds.map(({ key, label, regions }) => ({
        key,
        label: fill(words.kindWithCount, { label, n: regions }),
      }))}
    />
  )
}

/** Above a sheet that is not real, or not open to everybody. */
export const Warnings = ({ kind, inner }: Pick<Held, 'kind'> & { inner: readonly string[] }) => {
  const words = useWords()
  return (
    <>
      {isDemonstration({ kind }) ? (
        <p className="demo-band">
          <Mark word="演示" /> {words.demoSheet}
        </p>
      ) : null}
      {inner.length > 0 ? <p className="note">{words.innerFigures}</p> : null}
    </>
  )
}
