import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { bodyLimit } from 'hono/body-limit'
import { adminRoutes } from '../routes/admin.ts'
import { answerRoutes } from '../routes/analysis-answers.ts'
import { analysisBackTestRoutes } from '../routes/analysis-backtest.ts'
import { analysisComparisonRoutes } from '../routes/analysis-comparison.ts'
import { analysisDragsRoutes } from '../routes/analysis-drags.ts'
import { analysisFindingRoutes } from '../routes/analysis-findings.ts'
import { analysisOutlookRoutes } from '../routes/analysis-outlook.ts'
import { breakdownRoutes } from '../routes/breakdown.ts'
import { documentRoutes } from '../routes/documents.ts'
import { evaluationRoutes } from '../routes/evaluations.ts'
import { figureRoutes } from '../routes/figures.ts'
import { geoRoutes } from '../routes/geo.ts'
import { healthRoutes } from '../routes/health.ts'
import { itemLifeRoutes } from '../routes/item-life.ts'
import { itemSheetRoutes } from '../routes/item-sheets.ts'
import { itemRoutes } from '../routes/items.ts'
import { ledgerRoutes } from '../routes/ledgers.ts'
import { meetingRoutes } from '../routes/meetings.ts'
import { noticeRoutes } from '../routes/notices.ts'
import { paperRoutes } from '../routes/papers.ts'
import { progressSheetRoutes } from '../routes/progress-sheet.ts'
import { ruleRoutes } from '../routes/rules.ts'
import { seriesBreakRoutes } from '../routes/series-breaks.ts'
import { sessionRoutes } from '../routes/session.ts'
import { viewRoutes } from '../routes/views.ts'
import type { Env, Services } from './environment.ts'
import { headers, notKept, ownOrigin, requestContext } from './guards.ts'
import { onError } from './problem-handler.ts'
import { router } from './router.ts'

const MAX_BODY = 32 * 1024 * 1024

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** Files of the built web shell; every other path is the shell itself, whose router takes over. */
const webFiles = (app: OpenAPIHono<Env>, folder: string): void => {
  app.get('*', async (context) => {
    const wanted = normalize(decodeURIComponent(context.req.path))
    const path = join(folder, wanted)
    const isFile = path.startsWith(folder) && TYPES[extname(path)] !== undefined && existsSync(path)
    if (!isFile && TYPES[extname(wanted)] !== undefined) throw new Problem('not-found', `没有文件 ${wanted}`)
    const file = isFile ? path : join(folder, 'index.html')
    if (!existsSync(file)) throw new Problem('not-found', '网页尚未构建，请用 npm start 启动')
    const cache = wanted.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    return context.body(await readFile(file), 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': cache,
    })
  })
}

/** The whole HTTP application: guards, routes, the API's description, the web shell. */
export const createApp = (services: Services, webFolder: string): OpenAPIHono<Env> => {
  const app = router()
  app.onError(onError)
  app.use(requestContext(services), headers)
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: MAX_BODY,
      onError: () => {
        throw new Problem('input.too-large', '上传内容超过 32 MB，请拆分后再传')
      },
    }),
    ownOrigin,
    notKept,
  )
  for (const routes of [
    sessionRoutes,
    figureRoutes,
    seriesBreakRoutes,
    analysisComparisonRoutes,
    answerRoutes,
    analysisDragsRoutes,
    meetingRoutes,
    documentRoutes,
    itemSheetRoutes,
    progressSheetRoutes,
    breakdownRoutes,
    noticeRoutes,
    itemRoutes,
    itemLifeRoutes,
    ledgerRoutes,
    evaluationRoutes,
    geoRoutes,
    paperRoutes,
    ruleRoutes,
    viewRoutes,
    analysisFindingRoutes,
    adminRoutes,
    analysisOutlookRoutes,
    analysisBackTestRoutes,
  ])
    app.route('/api', routes)
  app.route('/', healthRoutes)
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Yundiao 运调', version: '0.1.0' } })
  app.all('/api/*', (context) => {
    throw new Problem('not-found', `没有接口 ${context.req.path}`)
  })
  webFiles(app, webFolder)
  return app
}
