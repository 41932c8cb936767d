import { createContext, type ReactNode, useContext } from 'react'
import { type UiWords, uiEn, uiZh } from './messages.ts'

export type Language = 'zh' | 'en'

const LanguageContext = createContext<Language>('zh')

export const LanguageProvider = ({ language, children }: { language: Language; children: ReactNode }) => (
  <LanguageContext value={language}>{children}</LanguageContext>
)

export const useLanguage = (): Language => useContext(LanguageContext)

/** Words of the components in the language of the chrome. */
export const useUiWords = (): UiWords => (useLanguage() === 'zh' ? uiZh : uiEn)
