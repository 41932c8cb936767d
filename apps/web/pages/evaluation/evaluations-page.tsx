import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Page, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { evaluationsQuery } from '../../api/evaluation.ts'
import type { EvaluationList } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { RunDialog } from './run-dialog.tsx'
import { RunTable } from './run-table.tsx'
import { SchemeTable } from './scheme-table.tsx'

const hasRunnable = ({ schemes, may }: EvaluationList): boolean =>
  may.run && schemes.some(({ blocked }) => blocked === null)

/** 评价: what was scored, and the methods that may be used. */
export const EvaluationsPage = () => {
  const words = useWords()
  const on = useOn()
  const query = useQuery(evaluationsQuery(on))
  const [asked, setAsked] = useState<string | null>(null)
  const list = query.data
  const first = list?.schemes.find(({ blocked }) => blocked === null)
  const isFree = on === undefined && list !== undefined && hasRunnable(list)
  const run =
    isFree && first ? (
      <Button primary onClick={() => setAsked(first.id)}>
        {words.evRun}
      </Button>
    ) : null
  return (
    <Page
      title={words.evaluation}
      facts={words.evFacts}
      className="evaluation"
      actions={list?.runs.length === 0 ? null : run}
    >
      <Ready query={query} rows={10}>
        {({ runs, schemes }) => (
          <>
            <Sheet title={words.evRuns} flush>
              {runs.length === 0 ? <Empty action={run}>{words.evNoRuns}</Empty> : <RunTable runs={runs} />}
            </Sheet>
            <Sheet title={words.evSchemes} flush>
              {schemes.length === 0 ? (
                <Empty>{words.evNoSchemes}</Empty>
              ) : (
                <SchemeTable schemes={schemes} onRun={isFree ? setAsked : undefined} />
              )}
            </Sheet>
          </>
        )}
      </Ready>
      {asked !== null && list ? (
        <RunDialog schemes={list.schemes} scheme={asked} onClose={() => setAsked(null)} />
      ) : null}
    </Page>
  )
}
