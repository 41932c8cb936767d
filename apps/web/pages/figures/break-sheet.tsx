import { Button, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import type { DeclaredBreak, IndicatorView } from '../../api/types.ts'
import { useMay } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { DeclareBreakDialog, WithdrawBreakDialog } from './break-dialogs.tsx'

const DeclaredLine = ({ one, onWithdraw }: { one: DeclaredBreak; onWithdraw: (() => void) | null }) => {
  const words = useWords()
  return (
    <>
      {one.why}
      <small className="muted">
        {' '}
        {one.note ? `${one.note}。` : ''}
        {[one.declaredBy, one.declaredOn].filter(Boolean).join(' ')} {words.breakDeclared}
        {one.url ? (
          <>
            {' '}
            <a href={one.url} rel="noreferrer" target="_blank">
              {words.breakSource}
            </a>
          </>
        ) : null}
      </small>
      {onWithdraw ? (
        <>
          {' '}
          <Button small onClick={onWithdraw}>
            {words.breakWithdraw}
          </Button>
        </>
      ) : null}
    </>
  )
}

/** 口径、基数变动: what the figures themselves say of another concept, and what the statistics office declared. */
export const BreakSheet = ({ view }: { view: IndicatorView }) => {
  const words = useWords()
  const mayDeclare = useMay('break.declare')
  const [declaring, setDeclaring] = useState(false)
  const [leaving, setLeaving] = useState<DeclaredBreak | null>(null)
  const names = new Map(view.regions.map((region) => [region.code, region.name]))
  const nameOf = (code: string): string => names.get(code) ?? code
  if (view.breaks.length + view.declared.length === 0 && !mayDeclare) return null
  return (
    <Sheet
      title={words.breaks}
      side={
        mayDeclare ? (
          <Button small onClick={() => setDeclaring(true)}>
            {words.breakDeclare}
          </Button>
        ) : undefined
      }
    >
      {view.breaks.length + view.declared.length === 0 ? <p className="muted">{words.noBreaks}</p> : null}
      <ol className="list">
        {view.declared.map((one, index) => (
          <li key={one.id}>
            <span className="k">{index + 1}</span>
            <span>
              {nameOf(one.region)}　<DeclaredLine one={one} onWithdraw={mayDeclare ? () => setLeaving(one) : null} />
            </span>
          </li>
        ))}
        {view.breaks.map((one, index) => (
          <li key={`${one.region}/${one.period}`}>
            <span className="k">{view.declared.length + index + 1}</span>
            <span>
              {nameOf(one.region)} {one.periodWords}　{one.why}
            </span>
          </li>
        ))}
      </ol>
      {declaring ? <DeclareBreakDialog view={view} onClose={() => setDeclaring(false)} /> : null}
      {leaving ? (
        <WithdrawBreakDialog
          one={leaving}
          title={`${words.breakWithdraw} ${nameOf(leaving.region)}${leaving.periodWords}${leaving.kind}`}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </Sheet>
  )
}
