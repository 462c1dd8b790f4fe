// SPDX-License-Identifier: Apache-2.0
/** A quiet bar while the server cannot be reached; gone by itself when it answers again. */

import { useMeasuredClock } from './clock.ts'
import { messages } from './messages.ts'
import { useText } from './preferences.tsx'
import { isPassing, problemOf } from './problem.ts'

export function ConnectionBar() {
  const t = useText()
  const { error, failureReason } = useMeasuredClock()
  const failed = error ?? failureReason
  const away = failed !== null && isPassing(problemOf(failed))
  return (
    <div role="status" className={away ? 'connection away' : 'connection'}>
      {away ? `◌ ${t(messages.offline)}` : ''}
    </div>
  )
}
