import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { Question } from '../../../api/types.ts'
import { findQuestions } from './find-questions.ts'

/** How long after the last key the address says what was typed. */
const SETTLE_MS = 400
const HERE = '/analysis'

/**
 * What was typed, the questions it leaves and the one that is open. The address keeps both (`q`, `ask`), so that a link
 * opens on the same answer; typing opens the closest question at once.
 */
export const useQuestions = (all: readonly Question[]) => {
  const { q = '', ask } = useSearch({ strict: false })
  const navigate = useNavigate()
  const router = useRouter()
  const [typed, setTyped] = useState(q)
  const [chosen, setChosen] = useState<string | null>(ask ?? null)
  const found = useMemo(() => findQuestions(all, typed), [all, typed])
  const current = (found.find(({ id }) => id === chosen) ?? found[0])?.id ?? null
  useEffect(() => {
    const settled = setTimeout(() => {
      // Who has meanwhile chosen another page is not called back.
      if (router.latestLocation.pathname !== HERE) return
      void navigate({
        to: HERE,
        search: (before) => ({ ...before, q: typed.trim() || undefined, ask: chosen ?? undefined }),
        replace: true,
        resetScroll: false,
      })
    }, SETTLE_MS)
    return () => clearTimeout(settled)
  }, [typed, chosen, navigate, router])
  const type = (text: string): void => {
    setTyped(text)
    setChosen(null)
  }
  const step = (by: number): void => {
    const at = found.findIndex(({ id }) => id === current)
    const next = found[Math.min(found.length - 1, Math.max(0, at + by))]
    if (next) setChosen(next.id)
  }
  return { typed, found, current, type, step, open: setChosen }
}
