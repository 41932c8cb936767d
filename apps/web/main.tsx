import '@yundiao/ui/styles/tokens.css'
import '@yundiao/ui/styles/components.css'
import '@yundiao/ui/styles/map.css'
import '@yundiao/ui/styles/parts.css'
import './styles/shell.css'
import './styles/analysis.css'
import './styles/breakdown.css'
import './styles/comparison.css'
import './styles/evaluation.css'
import './styles/items.css'
import './styles/outlook.css'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type Language, LanguageProvider, ToastProvider } from '@yundiao/ui'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { isSignedOut, problemOf } from './api/request.ts'
import { router } from './router.tsx'
import { setExpired } from './shell/expiry.ts'
import { LanguageChoice, storedLanguage, storeLanguage } from './shell/language-switch.tsx'

// Our policy lets no text run as code: zod, where a page brings it, must not try to.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const onError = (error: unknown) => {
  if (isSignedOut(problemOf(error)) && queries.getQueryData(['me'])) setExpired(true)
}

const ATTEMPTS = 2

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server refused it refuses again; only a lost connection or a fault is worth another try.
      retry: (count, error) => count < ATTEMPTS && [0, 502, 503, 504].includes(problemOf(error).status),
      placeholderData: undefined,
    },
  },
})

const App = () => {
  const [language, setLanguage] = useState<Language>(storedLanguage)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    storeLanguage(language)
  }, [language])
  return (
    <LanguageProvider language={language}>
      <LanguageChoice value={setLanguage}>
        <QueryClientProvider client={queries}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </QueryClientProvider>
      </LanguageChoice>
    </LanguageProvider>
  )
}

const root = document.getElementById('app')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
