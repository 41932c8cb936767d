import type { ViewProps } from './view-props.ts'

export const OutlookView = (_: ViewProps) => null
