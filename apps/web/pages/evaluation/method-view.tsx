import { useQuery } from '@tanstack/react-query'
import { methodQuery } from '../../api/evaluation.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { MethodSheets } from './method-sheets.tsx'
import type { ViewProps } from './view-props.ts'

/** 评价办法 a run stands on; with the run's own weights where they were changed. */
export const MethodView = ({ view }: ViewProps) => {
  const words = useWords()
  const query = useQuery(methodQuery(view.run.scheme, view.run.schemeVersion))
  return (
    <Ready query={query} rows={14}>
      {(method) => (
        <>
          {view.run.changed ? <p className="note">{words.evMethodChanged}</p> : null}
          <MethodSheets method={view.run.changed ? { ...method, items: view.items } : method} />
        </>
      )}
    </Ready>
  )
}
