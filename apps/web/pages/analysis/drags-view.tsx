import type { ViewProps } from './view-props.ts'

export const DragsView = (_: ViewProps) => null
