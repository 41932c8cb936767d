import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { fill, Page } from '@yundiao/ui'
import { type ComponentType, lazy, Suspense } from 'react'
import { evaluationQuery } from '../../api/evaluation.ts'
import type { EvaluationRun, EvaluationView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { RankingView } from './ranking-view.tsx'
import { RunActions } from './run-actions.tsx'
import { publicityText, RunState } from './run-state.tsx'
import { quotedText } from './score-text.ts'
import type { ViewProps } from './view-props.ts'
import { Withdrawals } from './withdrawals.tsx'

const VIEWS = {
  ranking: RankingView,
  assurance: lazy(() => import('./assurance-view.tsx').then((file) => ({ default: file.AssuranceView }))),
  weights: lazy(() => import('./weights-view.tsx').then((file) => ({ default: file.WeightsView }))),
  side: lazy(() => import('./side-by-side-view.tsx').then((file) => ({ default: file.SideBySideView }))),
  counties: lazy(() => import('./counties-view.tsx').then((file) => ({ default: file.CountiesView }))),
  method: lazy(() => import('./method-view.tsx').then((file) => ({ default: file.MethodView }))),
  appeals: lazy(() => import('./appeals-view.tsx').then((file) => ({ default: file.AppealsView }))),
} satisfies Record<string, ComponentType<ViewProps>>
type ViewName = keyof typeof VIEWS

const nameOf = (text: string | undefined): ViewName =>
  text !== undefined && Object.hasOwn(VIEWS, text) ? (text as ViewName) : 'ranking'

/** Trying weights and methods takes everybody's values: for those who keep evaluations. */
const KEEPERS_ONLY: readonly ViewName[] = ['weights', 'side']

const ViewTabs = ({ view, current }: { view: EvaluationView; current: ViewName }) => {
  const words = useWords()
  const { run } = view
  const labels: readonly [ViewName, string][] = [
    ['ranking', words.evRanking],
    ['assurance', words.evAssurance],
    ['weights', words.evWeights],
    ['side', words.evSideBySide],
    ['counties', words.evCounties],
    ['method', words.evMethod],
    ['appeals', run.openAppeals > 0 ? `${words.evAppeals} ${run.openAppeals}` : words.evAppeals],
  ]
  const shown = labels.filter(([name]) => view.may.change.can || !KEEPERS_ONLY.includes(name))
  return (
    <nav className="subnav" aria-label={words.evViews}>
      {shown.map(([name, label]) => (
        <Link
          key={name}
          to="/evaluation/$id"
          params={{ id: run.id }}
          search={({ on }) => ({ on, view: name })}
          aria-current={name === current ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

const Facts = ({ run }: { run: EvaluationRun }) => {
  const words = useWords()
  const publicity = publicityText(run)
  return (
    <>
      <RunState run={run} /> · {run.versionTitle} · {fill(words.evUnitsOf, { subject: run.subject, n: run.units })} ·{' '}
      <span className="nw">
        {run.madeBy} {run.madeOn}
      </span>
      {publicity ? (
        <span className="nw">
          {' · '}
          {words.evPublicity} {publicity}
        </span>
      ) : null}
      {run.basedOn ? (
        <>
          {' · '}
          <Link to="/evaluation/$id" params={{ id: run.basedOn.id }}>
            {fill(words.evBasedOn, { title: quotedText(run.basedOn.name) })}
          </Link>
        </>
      ) : null}
      {run.replacedBy ? (
        <>
          {' · '}
          <Link to="/evaluation/$id" params={{ id: run.replacedBy.id }}>
            {fill(words.evReplacedBy, { title: quotedText(run.replacedBy.name) })}
          </Link>
        </>
      ) : null}
    </>
  )
}

/** One evaluation: its ranking, how sure it is, other weights and methods, where, by which method, what is objected. */
export const EvaluationPage = () => {
  const words = useWords()
  const on = useOn()
  const { id } = useParams({ strict: false })
  const asked = useSearch({ strict: false, select: (search) => search.view })
  const query = useQuery(evaluationQuery(id ?? '', on))
  const current = nameOf(asked)
  const View = VIEWS[current]
  return (
    <Ready query={query} rows={14}>
      {(view) => (
        <Page
          title={view.run.title}
          facts={<Facts run={view.run} />}
          className="evaluation"
          actions={<RunActions view={view} on={on} />}
        >
          {view.run.demo ? <p className="demo-band">{words.evDemoBand}</p> : null}
          <Withdrawals withdrawals={view.withdrawals} />
          {view.refusal ? <p className="problem">{view.refusal}</p> : null}
          <ViewTabs view={view} current={current} />
          <Suspense fallback={null}>
            <View key={view.run.id} view={view} on={on} />
          </Suspense>
        </Page>
      )}
    </Ready>
  )
}
