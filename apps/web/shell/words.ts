import { useLanguage } from '@yundiao/ui'
import { type Words, zh } from '../messages.ts'
import { en } from '../messages-en.ts'

/** Words of the chrome in the chosen language. Content stays Chinese. */
export const useWords = (): Words => (useLanguage() === 'zh' ? zh : en)
