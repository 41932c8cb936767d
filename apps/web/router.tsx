import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { NotFound, PageFault } from './shell/fallbacks.tsx'
import { readSearch } from './shell/search.ts'
import { Shell } from './shell/shell.tsx'
import { SignInPage } from './shell/sign-in-page.tsx'

const root = createRootRoute({
  component: Outlet,
  validateSearch: readSearch,
  search: { middlewares: [retainSearchParams(['on'])] },
  notFoundComponent: NotFound,
  errorComponent: PageFault,
})

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/meetings/$id', params: { id: 'current' }, search })
  },
})
const meetings = createRoute({
  getParentRoute: () => shell,
  path: '/meetings',
  component: lazyRouteComponent(() => import('./pages/meetings/meetings-page.tsx'), 'MeetingsPage'),
})
const meeting = createRoute({
  getParentRoute: () => shell,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('./pages/meetings/meeting-page.tsx'), 'MeetingPage'),
})
const show = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id/show',
  component: lazyRouteComponent(() => import('./pages/meetings/show-page.tsx'), 'ShowPage'),
})
const board = createRoute({
  getParentRoute: () => shell,
  path: '/figures',
  component: lazyRouteComponent(() => import('./pages/figures/board-page.tsx'), 'BoardPage'),
})
const indicator = createRoute({
  getParentRoute: () => shell,
  path: '/figures/$code',
  component: lazyRouteComponent(() => import('./pages/figures/indicator-page.tsx'), 'IndicatorPage'),
})
const analysis = createRoute({
  getParentRoute: () => shell,
  path: '/analysis',
  component: lazyRouteComponent(() => import('./pages/analysis/analysis-page.tsx'), 'AnalysisPage'),
})
const items = createRoute({
  getParentRoute: () => shell,
  path: '/items',
  component: lazyRouteComponent(() => import('./pages/items/items-page.tsx'), 'ItemsPage'),
})
const progress = createRoute({
  getParentRoute: () => shell,
  path: '/items/progress',
  component: lazyRouteComponent(() => import('./pages/items/progress-page.tsx'), 'ProgressPage'),
})
const item = createRoute({
  getParentRoute: () => shell,
  path: '/items/$id',
  component: lazyRouteComponent(() => import('./pages/items/item-page.tsx'), 'ItemPage'),
})
const document = createRoute({
  getParentRoute: () => shell,
  path: '/documents/$id',
  component: lazyRouteComponent(() => import('./pages/breakdown/breakdown-page.tsx'), 'BreakdownPage'),
})
const notices = createRoute({
  getParentRoute: () => shell,
  path: '/notices',
  component: lazyRouteComponent(() => import('./pages/breakdown/notices-page.tsx'), 'NoticesPage'),
})
const ledgers = createRoute({
  getParentRoute: () => shell,
  path: '/ledgers',
  component: lazyRouteComponent(() => import('./pages/ledgers/ledgers-page.tsx'), 'LedgersPage'),
})
const ledger = createRoute({
  getParentRoute: () => shell,
  path: '/ledgers/$id',
  component: lazyRouteComponent(() => import('./pages/ledgers/ledger-page.tsx'), 'LedgerPage'),
})
const entry = createRoute({
  getParentRoute: () => shell,
  path: '/ledgers/$id/$entry',
  component: lazyRouteComponent(() => import('./pages/ledgers/entry-page.tsx'), 'EntryPage'),
})
const evaluations = createRoute({
  getParentRoute: () => shell,
  path: '/evaluation',
  component: lazyRouteComponent(() => import('./pages/evaluation/evaluations-page.tsx'), 'EvaluationsPage'),
})
const evaluationMethod = createRoute({
  getParentRoute: () => shell,
  path: '/evaluation/methods/$scheme',
  component: lazyRouteComponent(() => import('./pages/evaluation/method-page.tsx'), 'MethodPage'),
})
const evaluation = createRoute({
  getParentRoute: () => shell,
  path: '/evaluation/$id',
  component: lazyRouteComponent(() => import('./pages/evaluation/evaluation-page.tsx'), 'EvaluationPage'),
})
const evaluationUnit = createRoute({
  getParentRoute: () => shell,
  path: '/evaluation/$id/units/$unit',
  component: lazyRouteComponent(() => import('./pages/evaluation/unit-page.tsx'), 'UnitPage'),
})
const papers = createRoute({
  getParentRoute: () => shell,
  path: '/papers',
  component: lazyRouteComponent(() => import('./pages/papers/papers-page.tsx'), 'PapersPage'),
})
const paper = createRoute({
  getParentRoute: () => shell,
  path: '/papers/$id',
  component: lazyRouteComponent(() => import('./pages/papers/paper-page.tsx'), 'PaperPage'),
})
const rules = createRoute({
  getParentRoute: () => shell,
  path: '/rules',
  component: lazyRouteComponent(() => import('./pages/rules/rules-page.tsx'), 'RulesPage'),
})
const admin = createRoute({
  getParentRoute: () => shell,
  path: '/admin/$section',
  component: lazyRouteComponent(() => import('./pages/admin/admin-page.tsx'), 'AdminPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    show,
    shell.addChildren([
      home,
      meetings,
      meeting,
      board,
      indicator,
      analysis,
      items,
      progress,
      item,
      document,
      notices,
      ledgers,
      ledger,
      entry,
      evaluations,
      evaluationMethod,
      evaluation,
      evaluationUnit,
      papers,
      paper,
      rules,
      admin,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
