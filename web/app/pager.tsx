// SPDX-License-Identifier: Apache-2.0
/** Forward by cursor, and back to the first page. */

import { Button } from 'antd'
import { messages } from './messages.ts'
import { useText } from './preferences.tsx'

interface Props {
  readonly cursor: string | undefined
  readonly next: string | null
  readonly onMove: (cursor: string | undefined) => void
}

export function Pager({ cursor, next, onMove }: Props) {
  const t = useText()
  if (cursor === undefined && next === null) return null
  return (
    <div className="row end">
      <Button disabled={cursor === undefined} onClick={() => onMove(undefined)}>
        {t(messages.first)}
      </Button>
      <Button disabled={next === null} onClick={() => next !== null && onMove(next)}>
        {t(messages.next)}
      </Button>
    </div>
  )
}
