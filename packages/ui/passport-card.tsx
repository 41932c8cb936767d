import { type ReactNode, useContext, useEffect, useState } from 'react'
import { readable } from './field-units.ts'
import type { PassportSource, PassportView } from './figure-types.ts'
import { instant } from './instant.ts'
import { useUiWords } from './language.tsx'
import { Mark } from './mark.tsx'
import { fill, type UiWords } from './messages.ts'
import { LoaderContext } from './passport-context.ts'

const roundWord = (round: string | null, words: UiWords): string | null => {
  switch (round) {
    case 'estimate':
      return words.round_estimate
    case 'flash':
      return words.round_flash
    case 'preliminary':
      return words.round_preliminary
    case 'final':
      return words.round_final
    default:
      return round
  }
}

const isWeb = (url: string): boolean => /^https?:\/\//.test(url)

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)

type OpenFigure = (ref: string) => void

const CellSource = ({ source }: { source: Extract<PassportSource, { kind: 'cell' }> }) => {
  const words = useUiWords()
  return (
    <>
      <Fact label={words.file}>
        {source.fileName} <span className="mono">sha256 {source.fileHash.slice(0, 12)}…</span>
      </Fact>
      <Fact label={words.cell}>
        {source.sheet} {source.cell}
      </Fact>
      <Fact label={words.raw}>
        <span className="serif">{source.raw === '' ? <Mark word="缺" /> : source.raw}</span>
      </Fact>
      {source.url ? (
        <Fact label={words.link}>
          {isWeb(source.url) ? (
            <a href={source.url} rel="noreferrer" target="_blank">
              {source.url}
            </a>
          ) : (
            source.url
          )}
        </Fact>
      ) : null}
      <Fact label={words.published}>
        {source.date ?? <Mark word="缺" />} · {words.grade} {source.grade}
      </Fact>
    </>
  )
}

const Source = ({ source, open }: { source: PassportSource; open: OpenFigure }) => {
  const words = useUiWords()
  if (source.kind === 'cell') return <CellSource source={source} />
  return (
    <>
      <Fact label={words.origin}>
        {source.lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Fact>
      {source.inputs?.length ? (
        <Fact label={words.inputs}>
          <RefList refs={source.inputs} open={open} />
        </Fact>
      ) : null}
    </>
  )
}

const RefLine = ({ figure, open }: { figure: string; open: OpenFigure }) => {
  const load = useContext(LoaderContext)
  const [view, setView] = useState<PassportView | null>(null)
  useEffect(() => {
    let current = true
    // A figure out of sight keeps its reference as its name; opening it tells why.
    load(figure).then(
      (found) => current && setView(found),
      () => {},
    )
    return () => {
      current = false
    }
  }, [figure, load])
  return (
    <button type="button" className={view ? 'n ref' : 'n ref mono'} title={figure} onClick={() => open(figure)}>
      {view
        ? `${view.region.name} ${view.periodWords} ${view.label} ${view.shown === null ? '缺' : `${readable(view.shown)}${view.unitShown}`}`
        : figure}
    </button>
  )
}

/** The figures something was computed from, in words, as doors to their own 出处. */
export const RefList = ({ refs, open }: { refs: readonly string[]; open: OpenFigure }) => (
  <>
    {refs.map((ref) => (
      <div key={ref}>{ref.startsWith('fig:') ? <RefLine figure={ref} open={open} /> : ref}</div>
    ))}
  </>
)

const Vintages = ({ view, open }: { view: PassportView; open: OpenFigure }) => {
  const words = useUiWords()
  if (view.vintages.length < 2) return null
  return (
    <Fact label={words.earlier}>
      {view.vintages.map((vintage) => (
        <div key={vintage.ref}>
          <button type="button" className="n" onClick={() => open(vintage.ref)}>
            {vintage.shown ? readable(vintage.shown) : words.missing}
          </button>{' '}
          <span className="note">
            {words.knownOn} {vintage.knownOn}
          </span>
        </div>
      ))}
    </Fact>
  )
}

/** The 出处 itself: the number, what it is, where it came from down to the cell, and where it is used. */
export const PassportCard = ({ view, open }: { view: PassportView; open: OpenFigure }) => {
  const words = useUiWords()
  const round = roundWord(view.round, words)
  return (
    <dl className="kv">
      <Fact label={words.concept}>
        {view.originLabel}
        {view.concept && view.concept !== 'default' ? ` · ${view.concept}` : ''}
        {round ? ` · ${round}` : ''}
      </Fact>
      <Fact label={words.vintage}>
        {fill(words.nthVintage, { n: view.vintage })} · {words.knownOn} {view.knownOn}
      </Fact>
      <Vintages view={view} open={open} />
      <Source source={view.source} open={open} />
      <Fact label={words.release}>
        {view.release.label}
        {view.release.at ? ` ${instant(view.release.at)}` : ''}
      </Fact>
      <Fact label={words.recorded}>
        {view.recordedBy} {instant(view.recordedAt)}
      </Fact>
      {view.note ? <Fact label={words.note}>{view.note}</Fact> : null}
      {view.checks.length > 0 ? (
        <Fact label={words.checks}>
          {view.checks.map((check) => (
            <div key={check}>{check}</div>
          ))}
        </Fact>
      ) : null}
      <Fact label={words.usedIn}>
        {view.usedIn.length === 0
          ? words.unused
          : view.usedIn.map((use) => (
              <div key={use.href}>
                <a href={use.href}>{use.title}</a>
              </div>
            ))}
      </Fact>
    </dl>
  )
}
