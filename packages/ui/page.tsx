import type { ReactNode } from 'react'

type PageProps = {
  title: ReactNode
  facts?: ReactNode
  actions?: ReactNode
  above?: ReactNode
  children: ReactNode
  className?: string
}

/** A page: title and facts over the red rule, actions at the right with at most one primary button, then the sheets. */
export const Page = ({ title, facts, actions, above, children, className }: PageProps) => (
  <main id="main" tabIndex={-1} className={className}>
    {above}
    <div className="bar">
      <div className="grow">
        <h1>{title}</h1>
        {facts ? <p>{facts}</p> : null}
      </div>
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
    <div className="page">{children}</div>
  </main>
)

type SheetProps = {
  title?: ReactNode
  side?: ReactNode
  foot?: ReactNode
  children: ReactNode
  className?: string
  flush?: boolean
}

/** A titled white block. `flush` leaves out the inner margin, for tables. */
export const Sheet = ({ title, side, foot, children, className, flush = false }: SheetProps) => (
  <section className={`sheet ${className ?? ''}`}>
    {title ? (
      <header>
        <h2>{title}</h2>
        {side}
      </header>
    ) : null}
    {flush ? children : <div className="in">{children}</div>}
    {foot ? <footer className="note">{foot}</footer> : null}
  </section>
)

/** Room for a table wider or longer than the page: it scrolls, by the keyboard too. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <section className="sheet-scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
)

/** An empty state: one sentence and one button. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p>{children}</p>
    {action}
  </div>
)

/** Keeps the room of rows while they are read, so that nothing jumps. */
export const Loading = ({ label, rows = 6 }: { label: string; rows?: number }) => (
  <div className="loading" role="status" aria-label={label} style={{ minHeight: `calc(${rows} * var(--row))` }}>
    <span className="note">{label}…</span>
  </div>
)
