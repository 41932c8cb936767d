import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Empty, Sheet } from '@yundiao/ui'
import { type DragsAsk, dragsQuery } from '../../api/drags.ts'
import type { Drags } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { DragChart } from './drags/drag-chart.tsx'
import { DragPath, DragPickers } from './drags/drag-pickers.tsx'
import { DragTable } from './drags/drag-table.tsx'
import type { ViewProps } from './view-props.ts'

/** Why there is nothing to show, and a question that has an answer for everybody. */
const Refused = ({ drags, why }: { drags: Drags; why: string }) => {
  const words = useWords()
  const ask = drags.subject === 'counties' ? 'projects' : 'counties'
  return (
    <Empty
      action={
        <Link className="btn" to="/analysis" search={({ on, period, view }) => ({ on, period, view, ask })}>
          {ask === 'counties' ? words.dragDefault : words.dragProjects}
        </Link>
      }
    >
      {why}。
    </Empty>
  )
}

const DragsShown = ({ drags, ask }: { drags: Drags; ask: DragsAsk }) => {
  const { outcome } = drags
  return (
    <>
      <div className="drag-head">
        <DragPickers drags={drags} />
        <DragPath drags={drags} />
      </div>
      {outcome.kind === 'refused' ? (
        <Refused drags={drags} why={outcome.why} />
      ) : (
        <div className="drag-panes">
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
  return <Ready query={useQuery(dragsQuery(ask))}>{(drags) => <DragsShown drags={drags} ask={ask} />}</Ready>
}
