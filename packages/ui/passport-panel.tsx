import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { readable } from './field-units.ts'
import type { PassportView } from './figure-types.ts'
import { useUiWords } from './language.tsx'
import { PassportCard, RefList } from './passport-card.tsx'
import { LoaderContext, type PanelContent, PanelContext, type PassportLoader } from './passport-context.ts'

type Loaded = { kind: 'loading' } | { kind: 'ready'; view: PassportView } | { kind: 'failed'; message: string }

const useView = (content: PanelContent, load: PassportLoader): Loaded => {
  const [state, setState] = useState<Loaded>({ kind: 'loading' })
  const ref = content.kind === 'figure' ? content.ref : null
  useEffect(() => {
    if (ref === null) return
    let current = true
    setState({ kind: 'loading' })
    load(ref).then(
      (view) => current && setState({ kind: 'ready', view }),
      (error: unknown) =>
        current && setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      current = false
    }
  }, [ref, load])
  return state
}

const GAP = 8

/** Below the number, above it, or at its side where the window is low; on a phone the style sheet makes it a bottom sheet. */
const place = (panel: HTMLElement, anchor: HTMLElement): void => {
  const at = anchor.getBoundingClientRect()
  const box = panel.getBoundingClientRect()
  const fitsBelow = at.bottom + GAP + box.height <= window.innerHeight
  const fitsAbove = at.top - GAP - box.height >= 0
  const isBeside = !fitsBelow && !fitsAbove
  const right = at.right + GAP
  const beside = right + box.width <= window.innerWidth ? right : at.left - GAP - box.width
  const left = isBeside ? beside : Math.min(at.left, window.innerWidth - box.width - GAP)
  const low = window.innerHeight - box.height - GAP
  const top = isBeside ? Math.min(at.top, low) : fitsBelow ? at.bottom + GAP : at.top - GAP - box.height
  panel.style.left = `${Math.max(GAP, left)}px`
  panel.style.top = `${Math.max(GAP, top)}px`
}

const Heading = ({ content, loaded }: { content: PanelContent; loaded: Loaded }) => {
  const words = useUiWords()
  if (content.kind !== 'figure')
    return (
      <span className="grow">
        {content.kind === 'comparison' ? (
          <b>
            {readable(content.comparison.shown)}
            {content.comparison.unitShown}{' '}
          </b>
        ) : null}
        {content.label}
      </span>
    )
  if (loaded.kind !== 'ready') return <span className="grow">{words.passport}</span>
  const { view } = loaded
  return (
    <span className="grow">
      <b>{view.shown === null ? words.missing : `${readable(view.shown)}${view.unitShown}`}</b> {view.label}
      <span className="note sub">
        {view.region.name} · {view.periodWords}
      </span>
    </span>
  )
}

const Body = ({ content, loaded, show }: { content: PanelContent; loaded: Loaded; show: (ref: string) => void }) => {
  const words = useUiWords()
  if (content.kind === 'reason')
    return (
      <dl className="kv">
        <dt>{words.why}</dt>
        <dd>{content.text}</dd>
      </dl>
    )
  if (content.kind === 'comparison')
    return (
      <dl className="kv">
        <dt>{words.formula}</dt>
        <dd>
          {content.comparison.words ?? content.comparison.formula}{' '}
          <span className="note">
            {words.version} {content.comparison.version}
          </span>
        </dd>
        <dt>{words.inputs}</dt>
        <dd>
          <RefList refs={content.comparison.inputs} open={show} />
        </dd>
      </dl>
    )
  if (loaded.kind === 'loading') return <p className="kv note">{words.loading}…</p>
  if (loaded.kind === 'failed') return <p className="kv">{loaded.message}</p>
  return <PassportCard view={loaded.view} open={show} />
}

type PanelProps = {
  content: PanelContent
  anchor: HTMLElement
  load: PassportLoader
  close: () => void
  show: (ref: string) => void
}

const Panel = ({ content, anchor, load, close, show }: PanelProps) => {
  const words = useUiWords()
  const loaded = useView(content, load)
  const panel = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel changes its height when the 出处 arrives
  useLayoutEffect(() => {
    if (panel.current) place(panel.current, anchor)
  }, [anchor, content, loaded])
  useEffect(() => panel.current?.querySelector('button')?.focus(), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close()
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node
      if (!panel.current?.contains(target) && !anchor.contains(target)) close()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [anchor, close])
  return (
    <div ref={panel} className="passport noprint" role="dialog" aria-label={words.passport}>
      <div className="head">
        <Heading content={content} loaded={loaded} />
        <button type="button" className="btn small" onClick={close}>
          {words.close} <kbd>Esc</kbd>
        </button>
      </div>
      <Body content={content} loaded={loaded} show={show} />
    </div>
  )
}

type Open = { content: PanelContent; anchor: HTMLElement }

/** Holds the one floating panel of the page. Esc or a press outside closes it and gives the focus back to the number. */
export const PassportProvider = ({ load, children }: { load: PassportLoader; children: ReactNode }) => {
  const [open, setOpen] = useState<Open | null>(null)
  const close = useCallback(
    () =>
      setOpen((current) => {
        current?.anchor.focus({ preventScroll: true })
        return null
      }),
    [],
  )
  const show = useCallback((ref: string) => setOpen((now) => now && { ...now, content: { kind: 'figure', ref } }), [])
  const value = useMemo(
    () => ({
      anchor: open?.anchor ?? null,
      open: (content: PanelContent, anchor: HTMLElement) =>
        setOpen((now) => (now?.anchor === anchor ? null : { content, anchor })),
    }),
    [open],
  )
  return (
    <PanelContext value={value}>
      {children}
      {open ? (
        <LoaderContext value={load}>
          <Panel content={open.content} anchor={open.anchor} load={load} close={close} show={show} />
        </LoaderContext>
      ) : null}
    </PanelContext>
  )
}
