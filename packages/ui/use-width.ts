import { type RefObject, useLayoutEffect, useState } from 'react'

/** Width of an element in pixels as the page lays it out, so that a drawing keeps its letters readable on a phone. */
export const useWidth = (element: RefObject<HTMLElement | null>, otherwise: number): number => {
  const [width, setWidth] = useState(otherwise)
  useLayoutEffect(() => {
    const pane = element.current
    if (!pane) return undefined
    const measure = () => setWidth(Math.max(280, Math.round(pane.clientWidth)))
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(pane)
    return () => watcher.disconnect()
  }, [element])
  return width
}
