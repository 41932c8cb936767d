import { ProblemNote, type ProblemView } from '@yundiao/ui'
import type { ReactNode } from 'react'

/** How a form of fields ends: the fault of its act, told where it was typed, and the one button that sends it. */
export const FormEnd = ({
  act,
  unready = false,
  beside,
  children,
}: {
  act: { problem: ProblemView | null; busy: boolean }
  /** Something without which it cannot be sent is not given yet. */
  unready?: boolean
  /** Another act on what the form shows, before the button. */
  beside?: ReactNode
  children: ReactNode
}) => (
  <>
    {act.problem ? (
      <div className="wide">
        <ProblemNote problem={act.problem} />
      </div>
    ) : null}
    <div className="actions wide">
      {beside}
      <button type="submit" className="btn primary" disabled={act.busy || unready}>
        {children}
      </button>
    </div>
  </>
)
