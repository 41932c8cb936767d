/**
 * Scrolls a pane so that an element and `below` pixels after it are seen, and leaves the window alone: following the
 * text must not move the page. A pane that does not scroll (on a phone) lets the window do it.
 */
export const keepInView = (pane: HTMLElement, element: HTMLElement, below = 0): void => {
  if (pane.scrollHeight <= pane.clientHeight || getComputedStyle(pane).overflowY === 'visible') {
    element.scrollIntoView({ block: 'nearest' })
    return
  }
  const box = pane.getBoundingClientRect()
  const at = element.getBoundingClientRect()
  const over = at.bottom + below - box.bottom
  const under = box.top - at.top
  if (over > 0) pane.scrollTop += Math.min(over, at.top - box.top)
  else if (under > 0) pane.scrollTop -= under
}
