import { useSyncExternalStore } from 'react'

let expired = false
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Set when a request was answered 401 while somebody was signed in; the page stays as it is under the dialog. */
export const setExpired = (value: boolean): void => {
  if (expired === value) return
  expired = value
  for (const listener of listeners) listener()
}

export const useExpired = (): boolean => useSyncExternalStore(subscribe, () => expired)
