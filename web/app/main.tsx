// SPDX-License-Identifier: Apache-2.0
/** Where the workbench starts: theme, language, questions to the server, addresses. */

import './style.css'
import { z } from '@gongxin/core/kernel'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { PreferencesProvider, usePreferences } from './preferences.tsx'
import { isPassing, isSessionOver, problemOf } from './problem.ts'
import { router } from './router.tsx'
import { sessionKey } from './session.ts'

// Shapes must not compile themselves at run time: the content policy forbids it.
z.config({ jitless: true })

const queries: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused stays refused; who was only away is asked again.
      retry: (count, error) => isPassing(problemOf(error)) && count < 5,
    },
    mutations: { onError: noticeEndOfSession },
  },
})

/** The frame sees a session that is gone and leads to the sign-in page and back. */
function noticeEndOfSession(error: Error): void {
  if (isSessionOver(problemOf(error))) void queries.invalidateQueries({ queryKey: sessionKey })
}

type Locale = NonNullable<Parameters<typeof ConfigProvider>[0]['locale']>

function Themed() {
  const { language, large } = usePreferences()
  const [locale, setLocale] = useState<Locale>()
  useEffect(() => {
    const wanted =
      language === 'zh' ? import('antd/locale/zh_CN.js') : import('antd/locale/en_US.js')
    void wanted.then((module) => setLocale(localeIn(module.default)))
  }, [language])
  const theme = {
    token: {
      colorPrimary: '#b3161b',
      colorLink: '#0f5b6b',
      borderRadius: 2,
      fontSize: large ? 20 : 14,
      fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif',
      motion: false,
    },
  }
  return (
    <ConfigProvider
      theme={theme}
      button={{ autoInsertSpace: false }}
      {...(locale === undefined ? {} : { locale })}
    >
      <RouterProvider router={router} />
    </ConfigProvider>
  )
}

/** Bundlers differ in how often they wrap what an older module exports. */
function localeIn(module: Locale | { readonly default: Locale }): Locale {
  return 'default' in module ? module.default : module
}

const place = document.getElementById('root')
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <PreferencesProvider>
        <QueryClientProvider client={queries}>
          <Themed />
        </QueryClientProvider>
      </PreferencesProvider>
    </StrictMode>,
  )
}
