import { useQuery } from '@tanstack/react-query'
import { Button, Dialog, Empty, ProblemNote, readable } from '@yundiao/ui'
import { useState } from 'react'
import { indicatorQuery, indicatorsQuery } from '../../api/figures.ts'
import { linkItem } from '../../api/items.ts'
import type { IndicatorView } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { firstMeasure, measuresOf, pointRows } from '../figures/indicator-series.ts'
import { FigureSource } from './figure-source.tsx'

type ChoiceProps = {
  label: string
  value: string
  options: readonly { key: string; label: string }[]
  onChange: (key: string) => void
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <label>
    {label}
    <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => (
        <option key={option.key} value={option.key}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
)

type FiguresProps = { view: IndicatorView; busy: boolean; onPick: (ref: string) => void }

/** One figure of an indicator: measure, place and period are chosen, value and 出处 shown before it is linked. */
const Figures = ({ view, busy, onPick }: FiguresProps) => {
  const words = useWords()
  const me = useMe()
  const [chosen, setChosen] = useState<{ measure?: string; region?: string; key?: string }>({})
  const measures = measuresOf(view)
  const measure = chosen.measure ?? firstMeasure(view)
  const held = view.regions.filter((region) => pointRows(view, measure, new Set([region.code])).length > 0)
  const region = held.find((one) => one.code === (chosen.region ?? me.city.code)) ?? held[0]
  const rows = region ? pointRows(view, measure, new Set([region.code])) : []
  const row = rows.find((one) => one.key === chosen.key) ?? rows[0]
  if (!region || !row) return <Empty>{words.noPoints}</Empty>
  return (
    <>
      <div className="fields">
        <Choice
          label={words.measure}
          value={measure}
          options={measures.map((one) => ({ key: one, label: one }))}
          onChange={(next) => setChosen({ ...(chosen.region ? { region: chosen.region } : {}), measure: next })}
        />
        <Choice
          label={words.region}
          value={region.code}
          options={held.map((one) => ({ key: one.code, label: one.name }))}
          onChange={(next) => setChosen({ measure, region: next })}
        />
        <Choice
          label={words.period}
          value={row.key}
          options={rows.map((one) => ({ key: one.key, label: one.periodWords }))}
          onChange={(key) => setChosen({ measure, region: region.code, key })}
        />
      </div>
      <div className="tools">
        <span className="grow" aria-live="polite">
          <b>
            {region.name} {row.periodWords} {measure}{' '}
            {row.fig.shown === null ? words.lackingFigure : `${readable(row.fig.shown)}${row.fig.unitShown}`}
          </b>
          <br />
          <FigureSource figure={row.fig.ref} />
        </span>
        <Button primary disabled={busy} onClick={() => onPick(row.fig.ref)}>
          {words.link}
        </Button>
      </div>
    </>
  )
}

/** Ties an item to a figure, so that it can be closed on it and later vintages show by themselves. */
export const LinkFigureDialog = ({ item, onClose }: { item: string; onClose: () => void }) => {
  const words = useWords()
  const indicators = useQuery(indicatorsQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const code = chosen ?? indicators.data?.[0]?.code
  const query = useQuery({ ...indicatorQuery(code ?? '', undefined), enabled: code !== undefined })
  const act = useAct((figure: string) => linkItem(item, { figure }), {
    done: words.linked,
    close: onClose,
    inPlace: true,
  })
  return (
    <Dialog title={words.linkFigure} onClose={onClose}>
      {indicators.data ? (
        <Choice
          label={words.indicatorName}
          value={code ?? ''}
          options={indicators.data.map((one) => ({ key: one.code, label: `${'　'.repeat(one.indent)}${one.label}` }))}
          onChange={setChosen}
        />
      ) : null}
      <Ready query={query} rows={4}>
        {(view) => <Figures key={view.indicator.code} view={view} busy={act.busy} onPick={act.run} />}
      </Ready>
      {act.problem ? <ProblemNote problem={act.problem} /> : null}
    </Dialog>
  )
}
