import type { ViewProps } from './view-props.ts'

export const AnswersView = (_: ViewProps) => null
