import { type ReactNode, useRef, useState } from 'react'
import { Button, Segment } from './button.tsx'
import { useUiWords } from './language.tsx'
import { Scroll } from './page.tsx'

/** The numbers of a chart as a table. `null` is a cell without one. */
export type ChartTable = { heads: readonly string[]; rows: readonly (readonly (string | null)[])[] }

type ChartFrameProps = {
  title: string
  /** The drawing: one SVG that carries its own colours, so that it stands alone as a file. */
  children: ReactNode
  table: ChartTable
  /** Where the server gives the same table as xlsx. */
  xlsx?: string | undefined
  /** What is drawn and what is not, in a sentence. */
  note?: ReactNode
  side?: ReactNode
}

/** An SVG with its namespace, as a file that opens by itself. */
const svgFile = (svg: SVGSVGElement): Blob => {
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('font-family', 'sans-serif')
  // Links lead nowhere outside the page, and would tell where it is served.
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  for (const underlined of copy.querySelectorAll('[text-decoration]')) underlined.removeAttribute('text-decoration')
  return new Blob([copy.outerHTML], { type: 'image/svg+xml' })
}

const download = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

const DataOfChart = ({ title, table }: { title: string; table: ChartTable }) => (
  <Scroll label={title}>
    <table className="t" aria-label={title}>
      <thead>
        <tr>
          {table.heads.map((head, at) => (
            <th key={head} scope="col" className={at === 0 ? undefined : 'r'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, at) => (
              <td key={table.heads[at]} className={at === 0 ? undefined : 'r'}>
                {cell ?? ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
)

/** A chart with its data table, and out as SVG and xlsx. Readable in black and white: shapes and words, colour last. */
export const ChartFrame = ({ title, children, table, xlsx, note, side }: ChartFrameProps) => {
  const words = useUiWords()
  const pane = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const save = () => {
    const svg = pane.current?.querySelector('svg')
    if (svg) download(svgFile(svg), `${title}.svg`)
  }
  return (
    <figure className="chart-frame">
      <figcaption>
        <b>{title}</b>
        {side}
        <span className="grow" />
        <Segment
          label={title}
          value={view}
          onChange={setView}
          options={[
            { key: 'chart', label: words.asChart },
            { key: 'table', label: words.asTable },
          ]}
        />
        <Button small disabled={view === 'table'} onClick={save}>
          SVG
        </Button>
        {xlsx ? (
          <a className="btn small" href={xlsx} download>
            Excel
          </a>
        ) : null}
      </figcaption>
      {view === 'chart' ? <div ref={pane}>{children}</div> : <DataOfChart title={title} table={table} />}
      {note ? <p className="note">{note}</p> : null}
    </figure>
  )
}
