import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { fill, Loading, type PassportLoader, PassportProvider, ProblemNote, useHotkeys } from '@yundiao/ui'
import { useCallback, useEffect, useRef } from 'react'
import { passport } from '../api/figures.ts'
import { problemOf } from '../api/request.ts'
import { meQuery } from '../api/session.ts'
import { ExpiredDialog } from './expired-dialog.tsx'
import { useOn, useSetOn } from './on-day.ts'
import { PrintFoot } from './print-foot.tsx'
import { MeContext, useMe } from './session.ts'
import { TopBar } from './top-bar.tsx'
import { useWords } from './words.ts'

const Bands = () => {
  const words = useWords()
  const me = useMe()
  const on = useOn()
  const setOn = useSetOn()
  if (!me.pinned && !on) return null
  return (
    <aside aria-label={words.bands}>
      {me.pinned ? <p className="pinned">{fill(words.pinnedBand, { day: me.businessDay })}</p> : null}
      {on ? (
        <p className="pinned past noprint">
          {fill(words.pastBand, { day: on })}{' '}
          <button type="button" className="link" onClick={() => setOn(null)}>
            {words.backToBusinessDay}
          </button>
        </p>
      ) : null}
    </aside>
  )
}

/** A new page starts at its title, for eyes and for screen readers. */
const useFocusOnNavigation = () => {
  const path = useLocation({ select: (location) => location.pathname })
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once for every path
  useEffect(() => {
    if (!first.current) document.getElementById('main')?.focus({ preventScroll: true })
    first.current = false
  }, [path])
}

const focusSearch = () => document.querySelector<HTMLInputElement>('[data-search]')?.focus()

const SignedIn = () => {
  const words = useWords()
  const on = useOn()
  const load: PassportLoader = useCallback((ref) => passport(ref, on), [on])
  useHotkeys({ '/': focusSearch, p: () => window.print() })
  useFocusOnNavigation()
  return (
    <PassportProvider load={load}>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <TopBar />
      <Bands />
      <Outlet />
      <PrintFoot />
      <ExpiredDialog />
    </PassportProvider>
  )
}

/** Goes to the sign-in page once, with the page that was asked for: a location that is still changing must not ask again. */
const ToSignIn = () => {
  const words = useWords()
  const navigate = useNavigate()
  const href = useLocation({ select: (location) => location.href })
  const asked = useRef(href)
  useEffect(() => {
    const back = asked.current
    void navigate({ to: '/sign-in', search: back === '/' ? {} : { back }, replace: true })
  }, [navigate])
  return <Loading label={words.loading} />
}

export const Shell = () => {
  const words = useWords()
  const me = useQuery(meQuery)
  if (me.data)
    return (
      <MeContext value={me.data}>
        <SignedIn />
      </MeContext>
    )
  if (!me.error) return <Loading label={words.loading} />
  const problem = problemOf(me.error)
  if (problem.status === 401) return <ToSignIn />
  return (
    <main id="main" className="page">
      <ProblemNote problem={problem} onRetry={() => void me.refetch()} />
    </main>
  )
}
