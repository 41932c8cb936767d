import { Button, Empty } from '@yundiao/ui'
import { useWords } from '../../shell/words.ts'
import type { Filter } from './ledger-filter.ts'

/** Nothing found: let go of the filter; nothing there: the first entry. */
export const NoEntries = ({ filter, onAdd }: { filter: Filter; onAdd: (() => void) | null }) => {
  const words = useWords()
  const all = () => filter.set({ q: undefined, state: undefined, region: undefined, ask: undefined })
  const action = filter.isNarrowed ? (
    <Button small onClick={all}>
      {words.showAll}
    </Button>
  ) : onAdd ? (
    <Button small onClick={onAdd}>
      {words.newEntry}
    </Button>
  ) : null
  return <Empty action={action}>{words.noEntries}</Empty>
}
