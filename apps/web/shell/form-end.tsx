import { ProblemNote, type ProblemView } from '@yundiao/ui'
import type { ReactNode } from 'react'

/** How a form of fields ends: the fault of its act, told where it was typed, and the one button that sends it. */
export const FormEnd = ({
  act,
  children,
}: {
  act: { problem: ProblemView | null; busy: boolean }
  children: ReactNode
}) => (
  <>
    {act.problem ? (
      <div className="wide">
        <ProblemNote problem={act.problem} />
      </div>
    ) : null}
    <div className="actions wide">
      <button type="submit" className="btn primary" disabled={act.busy}>
        {children}
      </button>
    </div>
  </>
)
