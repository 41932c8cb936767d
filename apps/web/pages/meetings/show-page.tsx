import '../../styles/show.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { fill, Loading, ProblemNote } from '@yundiao/ui'
import { useEffect, useRef } from 'react'
import { slidesQuery } from '../../api/meetings.ts'
import { problemOf } from '../../api/request.ts'
import type { SlidesView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { useWords } from '../../shell/words.ts'
import { findSlide } from './find-slide.ts'
import { Slide } from './slide-view.tsx'
import { useLeaveWithFullScreen, useSlides } from './use-slides.ts'

const useLeave = (id: string): (() => void) => {
  const navigate = useNavigate()
  return () => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {})
    void navigate({ to: '/meetings/$id', params: { id } })
  }
}

/** Takes what is typed, also by an input method, and shows it large while it looks for the name. */
const Jump = ({ name, isKnown, onLook }: { name: string; isKnown: boolean; onLook: (text: string) => void }) => {
  const words = useWords()
  const navigate = useNavigate()
  const ask = (): void => {
    void navigate({ to: '/analysis', search: (before) => ({ on: before.on, view: 'answers', q: name, by: 'large' }) })
  }
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = () => input.current?.focus({ preventScroll: true })
    focus()
    document.addEventListener('pointerup', focus)
    return () => document.removeEventListener('pointerup', focus)
  }, [])
  return (
    <label className={name === '' ? 'jump quiet' : 'jump'}>
      <span>
        {isKnown ? words.showJump : fill(words.showNone, { name })}
        {name.trim() === '' ? null : ` · ${words.showAsk}`}
      </span>
      <input
        ref={input}
        aria-label={words.showJump}
        value={name}
        autoComplete="off"
        onChange={(event) => onLook(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Tab' || name.trim() === '' || event.nativeEvent.isComposing) return
          event.preventDefault()
          ask()
        }}
      />
    </label>
  )
}

const Slides = ({ view, leave }: { view: SlidesView; leave: () => void }) => {
  const words = useWords()
  const { slides, asKnownOn, meeting } = view
  const { shown, name, look, go } = useSlides(slides, leave)
  useLeaveWithFullScreen(leave)
  if (slides.length === 0)
    return (
      <p className="none">
        {words.showEmpty}{' '}
        <button type="button" onClick={leave}>
          {words.leaveShow}
        </button>
      </p>
    )
  const foot = `${meeting.title} · ${fill(words.showFoot, { day: asKnownOn })}${view.demo ? ' · 演示' : ''}`
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the document's own; a click is the pointer's way on
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div onClick={() => go(shown.slide + 1)}>
      {slides.map((slide, at) => (
        <Slide
          key={`${slide.id}/${slide.page}`}
          slide={slide}
          isShown={at === shown.slide}
          found={at === shown.slide ? shown.row : null}
          foot={foot}
          number={`${at + 1} / ${slides.length}`}
        />
      ))}
      <Jump name={name} isKnown={name === '' || findSlide(slides, name, -1) !== null} onLook={look} />
    </div>
  )
}

/** 放映: the meeting on the wall, one idea a slide. No 出处, no button: keys, a name typed, Esc. */
export const ShowPage = () => {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(slidesQuery(id, useOn()))
  const leave = useLeave(id)
  const navigate = useNavigate()
  const href = useLocation({ select: (location) => location.href })
  const problem = query.error && !query.data ? problemOf(query.error) : null
  const isSignedOut = problem?.status === 401
  useEffect(() => {
    if (isSignedOut) void navigate({ to: '/sign-in', search: { back: href }, replace: true })
  }, [isSignedOut, navigate, href])
  return (
    <main id="main" className="show">
      {query.data ? <Slides view={query.data} leave={leave} /> : null}
      {problem && !isSignedOut ? <ProblemNote problem={problem} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading label={words.loading} /> : null}
    </main>
  )
}
