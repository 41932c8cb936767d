import { fill } from '@yundiao/ui'
import type { Withdrawal } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

/** Earlier 公示 of a run: when it was shown, and why it no longer is. */
export const Withdrawals = ({ withdrawals }: { withdrawals: readonly Withdrawal[] }) => {
  const words = useWords()
  return withdrawals.map(({ from, until, withdrawnOn: on, withdrawnBy: by, reason }) => (
    <p key={`${from} ${on} ${reason}`} className="problem">
      {until === null
        ? fill(words.evWithdrawnOpen, { from, on, by, reason })
        : fill(words.evWithdrawn, { from, until, on, by, reason })}
    </p>
  ))
}
