import { createContext, useContext } from 'react'
import type { Action, Me } from '../api/types.ts'
import { useOn } from './on-day.ts'

export const MeContext = createContext<Me | null>(null)

/** The person signed in. Only pages under the shell may ask. */
export const useMe = (): Me => {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe outside the shell')
  return me
}

/** Whether the person may do this now. Data as known on another day are read only. */
export const useMay = (action: Action): boolean => {
  const me = useMe()
  const on = useOn()
  return on === undefined && me.may[action] === true
}
