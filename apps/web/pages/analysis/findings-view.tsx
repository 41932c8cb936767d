import type { ViewProps } from './view-props.ts'

export const FindingsView = (_: ViewProps) => null
