import type { ViewProps } from './view-props.ts'

export const BackTestView = (_: ViewProps) => null
