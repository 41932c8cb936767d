import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ProblemView } from './figure-types.ts'
import { useUiWords } from './language.tsx'
import { ProblemNote } from './problem-note.tsx'

type Said = { key: number; text: string } | { key: number; problem: ProblemView }
type Toasts = { say: (text: string) => void; fault: (problem: ProblemView) => void }

const ToastContext = createContext<Toasts>({ say: () => {}, fault: () => {} })

/** `say` a thing done (goes by itself), or show a `fault` (stays until closed). */
export const useToasts = (): Toasts => useContext(ToastContext)

const SECONDS = 5

export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const words = useUiWords()
  const [said, setSaid] = useState<Said | null>(null)
  const say = useCallback((text: string) => setSaid((old) => ({ key: (old?.key ?? 0) + 1, text })), [])
  const fault = useCallback((problem: ProblemView) => setSaid((old) => ({ key: (old?.key ?? 0) + 1, problem })), [])
  const value = useMemo(() => ({ say, fault }), [say, fault])
  useEffect(() => {
    if (!said || 'problem' in said) return
    const timer = setTimeout(() => setSaid(null), SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <ToastContext value={value}>
      {children}
      <div className="toasts noprint" aria-live="polite">
        {said ? (
          <div className="toast" key={said.key}>
            {'problem' in said ? <ProblemNote problem={said.problem} /> : <span role="status">{said.text}</span>}
            <button type="button" className="btn small" onClick={() => setSaid(null)}>
              {words.close}
            </button>
          </div>
        ) : null}
      </div>
    </ToastContext>
  )
}
