import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Empty, fill, Sheet } from '@yundiao/ui'
import { type DragsAsk, dragsQuery } from '../../api/drags.ts'
import type { Drags } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { DragChart } from './drags/drag-chart.tsx'
import { DragPath, DragPickers } from './drags/drag-pickers.tsx'
import { DragTable } from './drags/drag-table.tsx'
import type { ViewProps } from './view-props.ts'

/** What may still be asked where this was refused: the city over its counties, else the projects; of one place its firms. */
const otherSubject = ({ subject, path }: Drags): Drags['subject'] => {
  if (subject === 'counties') return 'projects'
  const isOwn = subject !== 'parts' && path[0]?.open.region !== null
  if (!isOwn) return 'counties'
  return subject === 'projects' ? 'enterprises' : 'projects'
}

/** Why there is nothing to show, and a question that may have an answer: the usual comparison, else another subject. */
const Refused = ({ drags, why }: { drags: Drags; why: string }) => {
  const words = useWords()
  const [usual] = drags.options.against
  if (usual && usual.key !== drags.against)
    return (
      <Empty
        action={
          <Link className="btn" to="/analysis" search={(before) => ({ ...before, by: usual.key })}>
            {fill(words.dragUsual, { against: usual.label })}
          </Link>
        }
      >
        {why}。
      </Empty>
    )
  const ask = otherSubject(drags)
  const subject = drags.options.subjects.find(({ key }) => key === ask)?.label ?? ''
  return (
    <Empty
      action={
        <Link className="btn" to="/analysis" search={({ on, period, view }) => ({ on, period, view, ask })}>
          {fill(words.dragOther, { subject })}
        </Link>
      }
    >
      {why}。
    </Empty>
  )
}

const DragsShown = ({ drags, ask, isLate }: { drags: Drags; ask: DragsAsk; isLate: boolean }) => {
  const { outcome } = drags
  return (
    <>
      <div className="drag-head">
        <DragPickers drags={drags} isLate={isLate} />
        <DragPath drags={drags} />
      </div>
      {outcome.kind === 'refused' ? (
        <Refused drags={drags} why={outcome.why} />
      ) : (
        <div className="drag-panes" aria-busy={isLate}>
          <Sheet>
            <DragChart key={drags.title} drags={drags} drawn={outcome} ask={ask} />
            {outcome.notes.map((note) => (
              <p key={note} className="note">
                {note}
              </p>
            ))}
          </Sheet>
          <DragTable drags={drags} drawn={outcome} />
        </div>
      )}
    </>
  )
}

/** 归因: who makes the gap, from the city down to a project or an enterprise. The address holds the question. */
export const DragsView = ({ period, on }: ViewProps) => {
  const { ask: subject, by: against, indicator, region, group, kind } = useSearch({ strict: false })
  const ask: DragsAsk = { subject, against, indicator, period, region, group, kind, on }
  const query = useQuery(dragsQuery(ask))
  return (
    <Ready query={query}>{(drags) => <DragsShown drags={drags} ask={ask} isLate={query.isPlaceholderData} />}</Ready>
  )
}
