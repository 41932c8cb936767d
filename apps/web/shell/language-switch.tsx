import { type Language, useLanguage } from '@yundiao/ui'
import { createContext, useContext } from 'react'

export const LanguageChoice = createContext<(language: Language) => void>(() => {})

const KEY = 'yundiao.language'

export const storedLanguage = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh')
export const storeLanguage = (language: Language): void => localStorage.setItem(KEY, language)

export const LanguageSwitch = () => {
  const language = useLanguage()
  const choose = useContext(LanguageChoice)
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return (
    <button type="button" className="plain" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => choose(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </button>
  )
}
