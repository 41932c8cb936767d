/** Characters of the same text kept on either side of what changed. */
const CONTEXT = 12

export type ChangedPart = { before: string; was: string; now: string; after: string }

/**
 * Where two versions of a paragraph part and come together again, with a few characters on either side; … stands for what
 * is left out. A digit or letter is not cut from the number or word it belongs to.
 */
export const changedPart = (was: string, now: string): ChangedPart => {
  const most = Math.min(was.length, now.length)
  let start = 0
  while (start < most && was[start] === now[start]) start += 1
  let end = 0
  while (end < most - start && was.at(-1 - end) === now.at(-1 - end)) end += 1
  const isWord = (text: string | undefined): boolean => text !== undefined && /[0-9a-zA-Z.%]/u.test(text)
  while (start > 0 && isWord(was[start - 1])) start -= 1
  while (end > 0 && isWord(was.at(-end))) end -= 1
  const before = was.slice(0, start)
  const after = was.slice(was.length - end)
  return {
    before: before.length > CONTEXT ? `…${before.slice(-CONTEXT)}` : before,
    was: was.slice(start, was.length - end),
    now: now.slice(start, now.length - end),
    after: after.length > CONTEXT ? `${after.slice(0, CONTEXT)}…` : after,
  }
}
