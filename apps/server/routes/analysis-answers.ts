import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { MEDIA } from '../acts/keep-paper.ts'
import { carryAnswerBook, makeAnswerBook } from '../acts/make-answer-book.ts'
import { attachment } from '../http/attachment.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { type Answers, readAnswers } from '../views/answers.ts'
import { answerIndexSchema, answerSchema } from '../views/answers-schema.ts'
import { FORMULA_WORDS } from '../views/formula-words.ts'

const query = onQuery.extend({ period: z.string().max(20).optional() })

const index = createRoute({
  method: 'get',
  path: '/analysis/answers',
  request: { query },
  responses: { 200: json(answerIndexSchema, 'Questions a leader may ask of a period, by place, unit and indicator') },
})
const one = createRoute({
  method: 'get',
  path: '/analysis/answers/{id}',
  request: { query, params: z.object({ id: z.string().max(80) }) },
  responses: { 200: json(answerSchema, 'One question with its answer') },
})

const book = createRoute({
  method: 'post',
  path: '/analysis/answers/book',
  request: {
    body: body(
      z.strictObject({
        period: z.string().max(20),
        on: z.string().max(20),
        questions: z.array(z.string().max(80)).min(1).max(500),
        sight: z.enum(['readers', 'own']).default('readers'),
      }),
    ),
  },
  responses: { 200: json(z.object({ id: z.string() }), '备询手册, made and kept among the papers') },
})

const carried = createRoute({
  method: 'get',
  path: '/analysis/answers/book.docx',
  request: { query: query.extend({ which: z.enum(['pressing', 'all']) }) },
  responses: {
    200: {
      description: '备询手册 in the sight of who asks, as a Word file that is kept nowhere',
      content: { [MEDIA.docx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const app = router()
app.use('/analysis/answers', signedIn)
app.use('/analysis/answers/*', signedIn)

const questionOf = ({ id, kind, subject, question, words, weight, known }: Answers['pages'][number]) => ({
  id,
  kind,
  subject,
  question,
  words: [...words],
  weight,
  known,
})

export const answerRoutes = app
  .openapi(index, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { period: asked, on: day } = context.req.valid('query')
    const on = readingDay(day, caller.today)
    const { period, input, pages } = await readAnswers(store, caller, { period: asked, on })
    return context.json(
      { period, periodWords: input.periodWords, asKnownOn: on, questions: pages.map(questionOf) },
      200,
    )
  })
  .openapi(carried, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { period: asked, on: day, which } = context.req.valid('query')
    const on = readingDay(day, caller.today)
    const { period } = await readAnswers(store, caller, { period: asked, on })
    const { bytes, title } = await carryAnswerBook(store, caller, { period, on, which })
    return context.body(new Uint8Array(bytes).buffer, 200, {
      'content-type': MEDIA.docx,
      ...attachment(`${title}-${on}.docx`),
    })
  })
  .openapi(one, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { period, on: day } = context.req.valid('query')
    const { id } = context.req.valid('param')
    const on = readingDay(day, caller.today)
    const { input, pages } = await readAnswers(store, caller, { period, on })
    const page = pages.find((each) => each.id === id)
    if (!page) throw new Problem('not-found', '没有这一问，或当前账号无权查看；请从备询要点的目录选取', { answer: id })
    const blocks = page.blocks as unknown as Record<string, unknown>[]
    return context.json(
      { ...questionOf(page), periodWords: input.periodWords, asKnownOn: on, blocks, formulas: FORMULA_WORDS },
      200,
    )
  })
  .openapi(book, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { on: day, ...asked } = context.req.valid('json')
    const id = await makeAnswerBook(store, caller, { ...asked, on: readingDay(day, caller.today) })
    return context.json({ id }, 200)
  })
