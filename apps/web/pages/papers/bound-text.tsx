import { Link } from '@tanstack/react-router'
import type { FormulaUse, Run } from '@yundiao/briefings'
import { FORMULAS } from '@yundiao/figures'
import { Door, Mark } from '@yundiao/ui'
import { createContext, useContext } from 'react'
import type { Words } from '../../messages.ts'
import { useWords } from '../../shell/words.ts'

/** Titles of a paper's items by id, for counts of them. */
export const ItemTitles = createContext<ReadonlyMap<string, string>>(new Map())

/** Words of formulas that are none of the figures engine's, as the answer that holds them gives them. */
export const FormulaWords = createContext<Readonly<Record<string, string>>>({})

const isFormula = (id: string): id is keyof typeof FORMULAS => Object.hasOwn(FORMULAS, id)

/** How a number of a paper was worked out, in words. */
const formulaWords = (use: FormulaUse, titles: ReadonlyMap<string, string>, words: Words): string => {
  if (use.id === 'difference-in-points') return words.difference
  if (use.id === 'count-items' || use.id === 'count-listed') {
    const named = use.inputs.flatMap((input) => titles.get(input.replace(/^item:/u, '')) ?? [])
    const others = use.inputs.length - named.length
    const items = others === 0 ? named : [...named, words.countedOthers.replace('{n}', String(others))]
    const said = use.id === 'count-items' ? words.countedItems : words.countedListed
    return said.replace('{items}', items.join('；'))
  }
  if (isFormula(use.id)) return FORMULAS[use.id].words
  return use.id.startsWith('count') ? words.countedFigures : words.computed
}

/** A number worked out: opens its formula and the figures that went in. */
export const FormulaDoor = ({ use, shown }: { use: FormulaUse; shown: string }) => {
  const words = useWords()
  const titles = useContext(ItemTitles)
  const given = useContext(FormulaWords)[use.id]
  const said = given ?? formulaWords(use, titles, words)
  const inputs = use.inputs.filter((input) => input.startsWith('fig:'))
  if (inputs.length === 0)
    return (
      <Door content={{ kind: 'reason', label: shown, text: said }} label={`${shown} ${words.boundTo}`}>
        {shown}
      </Door>
    )
  const comparison = {
    kind: 'value',
    value: 0,
    shown,
    unitShown: '',
    formula: said,
    version: use.version,
    inputs,
  } as const
  return (
    <Door
      content={{ kind: 'comparison', label: words.computed, comparison: { ...comparison, inputs } }}
      label={`${shown} ${words.boundTo}`}
    >
      {shown}
    </Door>
  )
}

/** A figure's words as a door to its 出处. */
export const FigureDoor = ({ figure, shown, mark }: { figure: string; shown: string; mark?: string | undefined }) => {
  const words = useWords()
  return (
    <>
      <Door content={{ kind: 'figure', ref: figure }} label={`${shown} ${words.boundTo}`}>
        {shown}
      </Door>
      {mark === '测算' || mark === '演示' ? <Mark word={mark} /> : mark ? `（${mark}）` : null}
    </>
  )
}

const GAP_MARKS = { 待明确: '待明确', 未报送: '未报送', 缺: '缺' } as const

/** Words read off a row of a ledger, as a link to it. */
const EntryDoor = ({ entry, text }: { entry: string; text: string }) => {
  const [id = '', row = ''] = entry.split('/')
  return (
    <Link to="/ledgers/$id/$entry" params={{ id, entry: row }} className="item-door">
      {text}
    </Link>
  )
}

const RunView = ({ run }: { run: Run }) => {
  if ('figure' in run) return <FigureDoor figure={run.figure} shown={run.shown} mark={run.mark} />
  if ('formula' in run)
    return (
      <>
        <FormulaDoor use={run.formula} shown={run.shown} />
        {run.mark === '内部' ? `（${run.mark}）` : null}
      </>
    )
  if ('gap' in run) return run.gap === '未公布' ? run.gap : <Mark word={GAP_MARKS[run.gap]} />
  if ('item' in run)
    return (
      <Link to="/items/$id" params={{ id: run.item }} className="item-door">
        {run.text}
      </Link>
    )
  if ('entry' in run) return <EntryDoor entry={run.entry} text={run.text} />
  return <>{'free' in run ? run.free : run.text}</>
}

/** Punctuation that may not begin a line. */
const CLOSING = /^[，。；、：！？）”]/u

const wordsOf = (run: Run | undefined): string =>
  run && 'text' in run && !('item' in run || 'entry' in run) ? run.text : ''

/** A door is one piece to the browser, which would break the line between it and a comma; so the comma goes with it. */
const isDoor = (run: Run | undefined): boolean =>
  run !== undefined && ('figure' in run || 'formula' in run || 'gap' in run)

const PlacedRun = ({ runs, at }: { runs: readonly Run[]; at: number }) => {
  const run = runs[at]
  if (!run) return null
  const mark = isDoor(run) ? (CLOSING.exec(wordsOf(runs[at + 1]))?.[0] ?? '') : ''
  if (mark !== '')
    return (
      <span className="with-mark">
        <RunView run={run} />
        {mark}
      </span>
    )
  const isTaken = isDoor(runs[at - 1]) && CLOSING.test(wordsOf(run))
  return isTaken ? wordsOf(run).slice(1) : <RunView run={run} />
}

/** A stretch of a paper: every figure opens its 出处, every item itself. */
export const BoundText = ({ runs }: { runs: readonly Run[] }) => (
  <>
    {runs.map((_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a printed text does not change its order
      <PlacedRun key={i} runs={runs} at={i} />
    ))}
  </>
)
