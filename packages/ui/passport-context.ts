import { createContext, useContext } from 'react'
import type { Comparison, PassportView } from './figure-types.ts'

/** What the floating panel shows: a figure's 出处, how a comparison was computed, or why there is no number. */
export type PanelContent =
  | { kind: 'figure'; ref: string }
  | { kind: 'comparison'; label: string; comparison: Comparison }
  | { kind: 'reason'; label: string; text: string }

export type PassportLoader = (ref: string) => Promise<PassportView>

type Panel = { open: (content: PanelContent, anchor: HTMLElement) => void; anchor: HTMLElement | null }

export const PanelContext = createContext<Panel>({ open: () => {}, anchor: null })

export const usePanel = (): Panel => useContext(PanelContext)

/** How the 出处 of a figure is read; given once by the shell. */
export const LoaderContext = createContext<PassportLoader>(() => Promise.reject(new Error('no loader')))

/** True inside a DataTable, where the grid moves the focus and inner buttons are not tab stops of their own. */
export const InGridContext = createContext(false)

export const useCellTabIndex = (): 0 | -1 => (useContext(InGridContext) ? -1 : 0)
