import { useLanguage } from '@yundiao/ui'
import { en, type Words, zh } from '../messages.ts'

/** Words of the chrome in the chosen language. Content stays Chinese. */
export const useWords = (): Words => (useLanguage() === 'zh' ? zh : en)
