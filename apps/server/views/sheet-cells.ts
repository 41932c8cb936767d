import type { SheetCell } from '@yundiao/briefings'
import type { FigureRef } from '@yundiao/figures'
import type { Compare, Fig } from './figure-schema.ts'

export const NONE: SheetCell = { text: '—' }
export const PENDING: SheetCell = { gap: '待明确' }

const plain = (shown: string): string => shown.replace('\u2212', '-').replace(/^\+/u, '')

const decimalsOf = (shown: string): number => plain(shown).split('.')[1]?.length ?? 0

/** A figure bound to its reference, with the digits of its source. `inner` says 内部 of one not open to everybody. */
export const figureCell = (fig: Fig | null, hole: SheetCell = null, inner = false): SheetCell => {
  if (fig === null) return hole
  if (fig.shown === null) return { gap: '缺' }
  const own = fig.mark === '测算' || fig.mark === '演示' ? fig.mark : null
  const mark = inner ? '内部' : own
  const value = Number(plain(fig.shown))
  return { figure: fig.ref as FigureRef, value, decimals: decimalsOf(fig.shown), ...(mark === null ? {} : { mark }) }
}

/** What cannot be worked out: for want of a target 待明确, of a figure blank; where the concept forbids it —. */
const refusalCell = ({ code, why }: Extract<Compare, { kind: 'refused' }>): SheetCell => {
  if (why.includes('待明确')) return PENDING
  return code === 'input-missing' ? null : NONE
}

/** A number we worked out, bound to its formula and inputs; `value` where what is shown is not the number itself. */
export const compareCell = (compare: Compare, value?: number): SheetCell => {
  if (compare.kind === 'refused') return refusalCell(compare)
  const { formula: id, version, inputs, shown } = compare
  return { formula: { id, version, inputs }, value: value ?? (shown === '持平' ? 0 : Number(plain(shown))) }
}
