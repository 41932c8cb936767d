import type { Inquiry } from '../../../api/types.ts'
import { textOfSaid } from './said.ts'

/** What one unit is asked, as a message to be pasted: its name, then a numbered line a question. */
export const inquiryText = ({ questions }: Inquiry, unit: string): string =>
  [`${unit}：`, ...questions.map((said, at) => `${at + 1}. ${textOfSaid(said)}`)].join('\n')
