// SPDX-License-Identifier: Apache-2.0
/** What was done here last stays in view: the form that did it may give way to what comes next. */

import type { ActAnswer } from '@gongxin/shell/http/contract'
import { Alert } from 'antd'
import { createContext, type ReactNode, use, useState } from 'react'
import { momentShown, usePreferences, useText } from '../../app/index.ts'
import { messages } from '../messages.ts'

interface Done {
  readonly title: string
  readonly at: string
}

const Telling = createContext<(done: Done) => void>(() => {})

/** For an act with this title: tells the page that it is done. */
export function useTellDone(title: string): (answer: ActAnswer) => void {
  const tell = use(Telling)
  return ({ receipt }) => tell({ title, at: receipt.at })
}

export function DoneLine({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const { language } = usePreferences()
  const [done, setDone] = useState<Done>()
  return (
    <Telling value={setDone}>
      <div className="done-line" role="status">
        {done !== undefined && (
          <Alert
            type="success"
            showIcon
            closable={{ 'aria-label': t(messages.closeLine), onClose: () => setDone(undefined) }}
            title={t(messages.doneAt, { act: done.title, at: momentShown(done.at, language) })}
          />
        )}
      </div>
      {children}
    </Telling>
  )
}
