import { Button, useToasts } from '@yundiao/ui'
import type { ReactNode } from 'react'
import { useWords } from '../../../shell/words.ts'

const select = (id: string): void => {
  const element = document.getElementById(id)
  if (!element) return
  const range = document.createRange()
  range.selectNodeContents(element)
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

type CopyProps = {
  text: string /** What is selected where the browser refuses. */
  shownIn: string
  children: ReactNode
}

/** Puts a text where it can be pasted from; where the browser refuses, it is selected for Ctrl+C. */
export const CopyButton = ({ text, shownIn, children }: CopyProps) => {
  const words = useWords()
  const toasts = useToasts()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toasts.say(words.copied)
    } catch {
      // No clipboard over plain http, or not allowed.
      select(shownIn)
      toasts.say(words.copyFailed)
    }
  }
  return (
    <Button small onClick={() => void copy()}>
      {children}
    </Button>
  )
}
