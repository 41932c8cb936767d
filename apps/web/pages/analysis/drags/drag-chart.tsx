import { useNavigate, useRouter } from '@tanstack/react-router'
import { ChartFrame, fill, GATHERED, Waterfall, type WaterfallStep } from '@yundiao/ui'
import { useState } from 'react'
import { type DragsAsk, dragsExport } from '../../../api/drags.ts'
import type { DragCell, DragDrawn, Drags } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import { rowTarget } from './row-target.ts'

const textOf = (cell: DragCell | null): string | null => {
  if (cell === null) return null
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'hidden') return '※'
  if (cell.kind === 'compare') return cell.compare.kind === 'value' ? cell.compare.shown : null
  return cell.fig.shown === null ? cell.fig.mark : [cell.fig.shown, cell.fig.mark].filter(Boolean).join(' ')
}

const SCALES: Readonly<Record<string, readonly [scale: number, digits: number]>> = {
  个百分点: [0.01, 2],
  亿元: [1e8, 2],
  亿千瓦时: [1e8, 2],
}

/** A sum of steps in the unit of the answer, with the sign the server prints. */
const showIn =
  (unit: string) =>
  (value: number): string => {
    const [scale, digits] = SCALES[unit] ?? [1e4, 0]
    const text = Math.abs(value / scale).toFixed(digits)
    return /[1-9]/.test(text) ? `${value < 0 ? '−' : '+'}${text}` : text
  }

type Steps = { drawn: DragDrawn; hiddenWords: string }

const stepsOf = ({ drawn, hiddenWords }: Steps): WaterfallStep[] => {
  const known = drawn.rows.flatMap(({ key, label, effect, shown, kind }): WaterfallStep[] =>
    effect === null ? [] : [{ key, label, value: effect, shown: shown ?? '', kind: kind === 'rest' ? 'rest' : 'part' }],
  )
  const hidden = drawn.rows.length - known.length
  if (hidden === 0) return known
  const whole = drawn.end.value - (drawn.start?.value ?? 0)
  const value = whole - known.reduce((sum, step) => sum + step.value, 0)
  const label = fill(hiddenWords, { n: hidden })
  return [...known, { key: 'hidden', label, value, shown: showIn(drawn.unit)(value), kind: 'other' }]
}

/** Bars shown before the small ones are taken as one. */
const MOST = 10

/** Where bars lead: the same as the rows of the table. Small ones gathered come out at a click. */
const useLeads = (drawn: DragDrawn) => {
  const router = useRouter()
  const navigate = useNavigate()
  const [isWhole, setWhole] = useState(false)
  const targetOf = (key: string) => {
    const row = drawn.rows.find((one) => one.key === key)
    return row ? rowTarget(row) : null
  }
  return {
    most: isWhole ? Number.POSITIVE_INFINITY : MOST,
    hrefOf: (key: string): string | null => {
      const target = targetOf(key)
      return target && router.buildLocation(target).href
    },
    onOpen: (key: string) => {
      const target = targetOf(key)
      if (key === GATHERED) setWhole(true)
      else if (target) void navigate(target)
    },
  }
}

/** The waterfall of an answer, its table, and both out. */
export const DragChart = ({ drags, drawn, ask }: { drags: Drags; drawn: DragDrawn; ask: DragsAsk }) => {
  const words = useWords()
  const leads = useLeads(drawn)
  const isSingle = drags.subject === 'enterprises' && drags.path.at(-1)?.open.group !== null
  const table = {
    heads: [words.dragName, ...drawn.heads],
    rows: [
      [words.dragTotal, ...drawn.total.map(textOf)],
      ...drawn.rows.map(({ label, cells }) => [label, ...cells.map(textOf)]),
    ],
  }
  return (
    <ChartFrame
      title={drags.title}
      table={table}
      xlsx={isSingle ? undefined : dragsExport(ask)}
      note={
        <>
          {words.dragChartNote}
          {drags.subject === 'enterprises' && !isSingle ? ` ${words.dragPaper}。` : ''}
        </>
      }
    >
      <Waterfall
        label={drags.title}
        unit={drawn.unit}
        mark={drawn.demo ? words.dragDemo : undefined}
        start={drawn.start}
        steps={stepsOf({ drawn, hiddenWords: words.dragHidden })}
        end={drawn.end}
        show={showIn(drawn.unit)}
        {...leads}
      />
    </ChartFrame>
  )
}
