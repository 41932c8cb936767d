import type { ViewProps } from './view-props.ts'

export const ComparisonView = (_: ViewProps) => null
