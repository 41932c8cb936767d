import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Empty, Page } from '@yundiao/ui'
import { type ComponentType, lazy, Suspense } from 'react'
import { analysisPeriodsQuery } from '../../api/figures.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { chosenPeriod, PeriodChoice, PeriodFacts } from './period-choice.tsx'
import type { ViewProps } from './view-props.ts'

const VIEWS = {
  points: lazy(() => import('./findings-view.tsx').then((file) => ({ default: file.FindingsView }))),
  compare: lazy(() => import('./comparison-view.tsx').then((file) => ({ default: file.ComparisonView }))),
  drags: lazy(() => import('./drags-view.tsx').then((file) => ({ default: file.DragsView }))),
  outlook: lazy(() => import('./outlook-view.tsx').then((file) => ({ default: file.OutlookView }))),
  answers: lazy(() => import('./answers-view.tsx').then((file) => ({ default: file.AnswersView }))),
  backtest: lazy(() => import('./back-test-view.tsx').then((file) => ({ default: file.BackTestView }))),
} satisfies Record<string, ComponentType<ViewProps>>
type ViewName = keyof typeof VIEWS

const nameOf = (text: string | undefined): ViewName =>
  text !== undefined && Object.hasOwn(VIEWS, text) ? (text as ViewName) : 'points'

const ViewTabs = ({ current }: { current: ViewName }) => {
  const words = useWords()
  const labels: readonly [ViewName, string][] = [
    ['points', words.viewPoints],
    ['compare', words.viewCompare],
    ['drags', words.viewDrags],
    ['outlook', words.viewOutlook],
    ['answers', words.viewAnswers],
    ['backtest', words.viewBackTest],
  ]
  return (
    <nav className="subnav" aria-label={words.analysisViews}>
      {labels.map(([name, label]) => (
        <Link
          key={name}
          to="/analysis"
          search={(before) => ({ on: before.on, period: before.period, view: name })}
          aria-current={name === current ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

/** 研判: what lags, who drags, what the year will bring. Each view reads the same period. */
export const AnalysisPage = () => {
  const words = useWords()
  const on = useOn()
  const { period: asked, view } = useSearch({ strict: false })
  const periods = useQuery(analysisPeriodsQuery(on))
  const current = nameOf(view)
  const View = VIEWS[current]
  return (
    <Ready query={periods} rows={12}>
      {(found) => {
        const period = chosenPeriod(found, asked)
        return (
          <Page
            title={words.analysis}
            facts={period ? <PeriodFacts period={period} /> : undefined}
            className="analysis"
            actions={period ? <PeriodChoice periods={found} value={period.period} /> : undefined}
          >
            <ViewTabs current={current} />
            {period ? (
              <Suspense fallback={null}>
                <View period={period.period} periodWords={period.words} on={on} />
              </Suspense>
            ) : (
              <Empty action={<Link to="/figures">{words.boardTitle}</Link>}>{words.noFigures}</Empty>
            )}
          </Page>
        )
      }}
    </Ready>
  )
}
