// SPDX-License-Identifier: Apache-2.0
/** Acts whose hour has not come: named with their date and reason, not offered as a way to go. */

import { momentShown, type TenderSeen, usePreferences, useText } from '../app/index.ts'
import { isWaiting } from './areas.ts'
import { messages } from './messages.ts'

interface Props {
  readonly offers: TenderSeen['offers']
}

export function Waiting({ offers }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const waiting = offers.filter(isWaiting)
  if (waiting.length === 0) return null
  return (
    <>
      <h3>{t(messages.notYet)}</h3>
      <ul className="lines">
        {waiting.map(({ act, title, notBefore }) => (
          <li className="line" key={act}>
            <div>
              <strong>{t(title)}</strong>
              <p className="why">{notBefore !== null && t(notBefore.why)}</p>
            </div>
            {notBefore?.at != null && (
              <div className="when">{momentShown(notBefore.at, language)}</div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
