import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ProblemView, useToasts } from '@yundiao/ui'
import { useEffect, useRef } from 'react'
import { problemOf } from '../api/request.ts'

type ActOptions<Result> = {
  done?: string
  /** What follows on the page, as going to what was made; not for who left the page meanwhile. */
  after?: (result: Result) => void
  /** Closes the dialog or form of the act, once what lies beneath has been read again: who acts on it next acts on that. */
  close?: () => void
  /** The fault is shown where the act is, as in a dialog: a toast would lie behind it. */
  inPlace?: boolean
}

type Act<Input> = { run: (input: Input) => void; busy: boolean; problem: ProblemView | null }

/**
 * One act of a person: runs it, says so, reads everything again; a fault is shown and what was typed stays.
 */
export const useAct = <Input, Result>(
  act: (input: Input) => Promise<Result>,
  options: ActOptions<Result> = {},
): Act<Input> => {
  const queries = useQueryClient()
  const toasts = useToasts()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async (result) => {
      if (options.done) toasts.say(options.done)
      if (isHere.current) options.after?.(result)
      await queries.invalidateQueries()
      options.close?.()
    },
    onError: (error) => {
      const problem = problemOf(error)
      if (problem.status !== 401 && !options.inPlace) toasts.fault(problem)
    },
  })
  return {
    run: (input) => mutation.mutate(input),
    busy: mutation.isPending,
    problem: mutation.error ? problemOf(mutation.error) : null,
  }
}
