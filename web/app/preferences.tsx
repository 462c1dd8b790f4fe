// SPDX-License-Identifier: Apache-2.0
/** 语言与大字: what a reader chose, kept in cookies so that the server speaks the same language. */

import type { Words } from '@gongxin/core/kernel'
import { type Procedure, spokenWords } from '@gongxin/core/procedures'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { type Filling, type Language, said } from './words.ts'

interface Preferences {
  readonly language: Language
  readonly large: boolean
  readonly chooseLanguage: (language: Language) => void
  readonly chooseLarge: (large: boolean) => void
}

const Chosen = createContext<Preferences>({
  language: 'zh',
  large: false,
  chooseLanguage: () => {},
  chooseLarge: () => {},
})

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(cookieOf('lang') === 'en' ? 'en' : 'zh')
  const [large, setLarge] = useState(cookieOf('type') === 'large')
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.classList.toggle('large', large)
  }, [language, large])
  const chosen = useMemo(
    () => ({
      language,
      large,
      chooseLanguage: (next: Language) => {
        keep('lang', next)
        setLanguage(next)
      },
      chooseLarge: (next: boolean) => {
        keep('type', next ? 'large' : 'normal')
        setLarge(next)
      },
    }),
    [language, large],
  )
  return <Chosen value={chosen}>{children}</Chosen>
}

export function usePreferences(): Preferences {
  return use(Chosen)
}

/** The procedure whose words are spoken here; none where several tenders stand side by side. */
const Spoken = createContext<Pick<Procedure, 'speaks'>>({ speaks: [] })

export function SpokenBy(props: {
  readonly procedure: Procedure | undefined
  readonly children: ReactNode
}) {
  return <Spoken value={props.procedure ?? { speaks: [] }}>{props.children}</Spoken>
}

/** Says a line of a catalogue in the reader's language, and in the words of the procedure. */
export function useText(): (words: Words, filling?: Filling) => string {
  const { language } = usePreferences()
  const procedure = use(Spoken)
  return (words, filling) => said(spokenWords(words, procedure), language, filling)
}

function cookieOf(name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

function keep(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the store API is missing in older browsers.
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`
}
