// SPDX-License-Identifier: Apache-2.0
/** A page: its heading, its title for the window, and the place where results are announced. */

import { type ReactNode, useEffect } from 'react'
import { messages } from './messages.ts'
import { useText } from './preferences.tsx'

interface Props {
  readonly title: string
  /** Beside the heading: state in words, or the one primary button. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Page({ title, aside, children }: Props) {
  const t = useText()
  const product = t(messages.workbench)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title}</h1>
        {aside}
      </div>
      {children}
    </div>
  )
}
