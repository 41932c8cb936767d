import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Page } from '@yundiao/ui'
import { methodQuery } from '../../api/evaluation.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { MethodSheets } from './method-sheets.tsx'

/** A method by itself, each of its dated versions. */
export const MethodPage = () => {
  const words = useWords()
  const navigate = useNavigate()
  const { scheme } = useParams({ strict: false })
  const by = useSearch({ strict: false, select: (search) => search.by })
  const query = useQuery(methodQuery(scheme ?? '', by))
  return (
    <Ready query={query} rows={14}>
      {(method) => (
        <Page
          title={method.scheme.title}
          facts={
            <>
              <Link to="/evaluation">{words.evaluation}</Link> · {words.evMethod} · {method.scheme.subject}
            </>
          }
          className="evaluation"
          actions={
            method.scheme.versions.length > 1 ? (
              <select
                className="field"
                aria-label={words.evVersion}
                value={method.version.id}
                onChange={({ target }) =>
                  void navigate({ to: '.', search: (old) => ({ ...old, by: target.value }), replace: true })
                }
              >
                {method.scheme.versions.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            ) : undefined
          }
        >
          <MethodSheets method={method} />
        </Page>
      )}
    </Ready>
  )
}
