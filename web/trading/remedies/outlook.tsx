// SPDX-License-Identifier: Apache-2.0
/** Above the form: until when it may be lodged, by when it is answered, and what stands still. */

import { calendar } from '@gongxin/core/law'
import type { RemedyLevel } from '@gongxin/core/procedures'
import { type Outlook, outlookOf, type TenderState } from '@gongxin/core/trading/tender'
import { momentShown, useNow, usePreferences, useText } from '../../app/index.ts'
import { messages } from './messages.ts'

const levels: Readonly<Record<string, RemedyLevel>> = {
  'ask-enquiry': 'enquiry',
  'lodge-objection': 'first',
  'lodge-complaint': 'complaint',
}

/** Nothing for an act that lodges no remedy. */
export function Outlooks({ act, state }: { readonly act: string; readonly state: TenderState }) {
  const t = useText()
  const now = useNow()
  const level = levels[act]
  if (level === undefined) return null
  const all = outlookOf(state, { now, calendar }, { level })
  if (all.length === 0) return null
  return (
    <section className="group" aria-labelledby="outlook">
      <h2 id="outlook">{t(messages.outlook)}</h2>
      {all.map((one) => (
        <One key={one.subject.subject} outlook={one} />
      ))}
    </section>
  )
}

function One({ outlook }: { readonly outlook: Outlook }) {
  const t = useText()
  const { language } = usePreferences()
  const { remedy, subject, lodge, answer, stay } = outlook
  const last = subject.time === null ? messages.noTime : messages.notBegun
  return (
    <>
      <h3>
        {t(remedy.title)} · {t(subject.title)}
      </h3>
      <dl className="facts">
        <dt>{t(messages.lodgeUntil)}</dt>
        <dd>
          {lodge.until === null ? t(last) : momentShown(lodge.until, language)}
          <p className="why">{lodge.why}</p>
        </dd>
        <dt>{t(messages.answerUntil)}</dt>
        <dd>
          {momentShown(answer.until, language)}
          <p className="why">{answer.why}</p>
        </dd>
        <dt>{t(messages.stay)}</dt>
        <dd>{t(stay)}</dd>
      </dl>
    </>
  )
}
