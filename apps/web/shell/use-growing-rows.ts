import { type RefCallback, useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const STEP = 200
/** How far below the seen part the next rows are drawn, so that scrolling does not meet an end. */
const AHEAD = '800px'

/** The box that scrolls the rows; on a phone they scroll with the page. */
const scrolledBy = (element: HTMLElement): Element | null => {
  const box = element.closest('.sheet-scroll')
  return box && box.scrollHeight > box.clientHeight + 1 ? box : null
}

type Growing<Row> = {
  shown: readonly Row[]
  /** Stands after the rows: when it comes near, more are drawn. */
  end: RefCallback<HTMLElement>
}

/**
 * Thousands of rows drawn as they are scrolled to: at first 200, then 200 more each time the end comes near; all of them
 * for the printer. `key` says what the rows are of: another key begins anew.
 */
export const useGrowingRows = <Row>(rows: readonly Row[], key: string): Growing<Row> => {
  const [grown, setGrown] = useState({ key, count: STEP })
  const count = grown.key === key ? grown.count : STEP
  const isWhole = count >= rows.length
  const end = useCallback<RefCallback<HTMLElement>>(
    (element) => {
      if (!element || isWhole) return
      const more = () => setGrown({ key, count: count + STEP })
      const observer = new IntersectionObserver(
        (seen) => {
          if (seen.some(({ isIntersecting }) => isIntersecting)) more()
        },
        { root: scrolledBy(element), rootMargin: AHEAD },
      )
      observer.observe(element)
      return () => observer.disconnect()
    },
    [key, count, isWhole],
  )
  useEffect(() => {
    const all = () => flushSync(() => setGrown({ key, count: Number.POSITIVE_INFINITY }))
    addEventListener('beforeprint', all)
    return () => removeEventListener('beforeprint', all)
  }, [key])
  return { shown: isWhole ? rows : rows.slice(0, count), end }
}
