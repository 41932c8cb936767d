import { queryOptions } from '@tanstack/react-query'
import { at, read, write } from './request.ts'
import type { AnswerIndex, AnswerView } from './types.ts'

type Asked = { period: string; on: string | undefined }

export const answersQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['answers', asked.period, asked.on],
    queryFn: () => read<AnswerIndex>('/api/analysis/answers', asked),
  })

export const answerQuery = (id: string, asked: Asked) =>
  queryOptions({
    queryKey: ['answer', id, asked.period, asked.on],
    queryFn: () => read<AnswerView>(`/api/analysis/answers/${at(id)}`, asked),
    // What was fetched as somebody read the list is shown at once when it is opened.
    staleTime: 30_000,
  })

/** 备询手册: the chosen questions as one paper, kept under 材料. */
export const makeAnswerBook = (body: {
  period: string
  on: string
  questions: readonly string[]
  sight: 'readers' | 'own'
}) => write<{ id: string }>('POST', '/api/analysis/answers/book', body)

/** Where one's own booklet comes from: cut to one's own sight, kept nowhere. */
export const answerBookHref = (period: string, on: string, which: 'pressing' | 'all'): string =>
  `/api/analysis/answers/book.docx?${new URLSearchParams({ period, on, which })}`
