import { useEffect, useRef, useState } from 'react'
import type { SlideView } from '../../api/types.ts'
import { findSlide } from './find-slide.ts'

const FORWARD: readonly string[] = ['PageDown', 'ArrowDown', 'ArrowRight', 'Enter']
const BACK: readonly string[] = ['PageUp', 'ArrowUp', 'ArrowLeft']

type Shown = { slide: number; row: number | null }

/** A typed name is let go after a while, so that the next one starts anew. */
const FORGET_MS = 2500

/**
 * Which slide is shown, and the keys that move it: page keys, arrows, Home, End; what is typed looks for a name and Esc
 * leaves. `leave` also runs when the browser itself ends full screen.
 */
export const useSlides = (slides: readonly SlideView[], leave: () => void) => {
  const [shown, setShown] = useState<Shown>({ slide: 0, row: null })
  const [name, setName] = useState('')
  const last = slides.length - 1
  const go = (slide: number): void => {
    setName('')
    setShown({ slide: Math.min(last, Math.max(0, slide)), row: null })
  }
  const look = (text: string): void => {
    setName(text)
    const found = findSlide(slides, text, shown.slide - 1)
    if (found) setShown(found)
  }
  const onKey = (key: string): boolean => {
    if (key === 'Escape') leave()
    else if (FORWARD.includes(key)) go(shown.slide + 1)
    else if (BACK.includes(key)) go(shown.slide - 1)
    else if (key === 'Home') go(0)
    else if (key === 'End') go(last)
    else return false
    return true
  }
  const current = useRef(onKey)
  current.current = onKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      if (current.current(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  useEffect(() => {
    if (name === '') return
    const timer = setTimeout(() => setName(''), FORGET_MS)
    return () => clearTimeout(timer)
  }, [name])
  return { shown, name, look, go }
}

/** Ends with full screen: the browser takes the first Esc for itself. */
export const useLeaveWithFullScreen = (leave: () => void): void => {
  const current = useRef(leave)
  current.current = leave
  useEffect(() => {
    const listen = () => {
      if (!document.fullscreenElement) current.current()
    }
    document.addEventListener('fullscreenchange', listen)
    return () => document.removeEventListener('fullscreenchange', listen)
  }, [])
}
