// SPDX-License-Identifier: Apache-2.0
/** The three panes of a room; the overseer's page shows the same ones without the parties' acts. */

import { stageOf } from '@gongxin/core/procedures'
import { procedureOf } from '@gongxin/core/trading/tender'
import type { ReactNode } from 'react'
import {
  messages as appMessages,
  momentShown,
  phaseTitle,
  roleTitle,
  type TenderSeen,
  useNow,
  usePreferences,
  useText,
} from '../app/index.ts'
import { ActLink } from './act-link.tsx'
import { isWaiting, primaryOf } from './areas.ts'
import { messages } from './messages.ts'
import { lodgingActs } from './remedies/index.ts'
import { Stepper } from './stepper.tsx'
import { Trail } from './trail.tsx'
import { Waiting } from './waiting.tsx'

interface Props {
  readonly tender: TenderSeen
  readonly readOnly?: boolean
  readonly children?: ReactNode
}

export function RoomPanes({ tender, readOnly = false, children }: Props) {
  const t = useText()
  const { state } = tender
  const stage = stageOf(procedureOf(state), state.phase)
  return (
    <div className="panes room">
      <Stepper state={state} procedure={tender.procedure} />
      <section aria-labelledby="present">
        <h2 id="present">
          {t(messages.present)}：{t(phaseTitle(state.phase, tender.procedure))}
        </h2>
        {stage !== undefined && <p>{t(stage.purpose)}</p>}
        {!readOnly && <Offers tender={tender} />}
        <Duties tender={tender} />
        {children}
      </section>
      <Trail
        tender={tender.id}
        state={state}
        lodging={readOnly ? [] : lodgingActs(tender.offers)}
      />
    </div>
  )
}

function Offers({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { offers, state, id } = tender
  const primary = primaryOf(offers, state)
  const others = offers.filter((offer) => offer !== primary && !isWaiting(offer))
  return (
    <>
      <div className="offers">
        {primary === undefined ? (
          <p className="note">{t(messages.nothingToDo)}</p>
        ) : (
          <ActLink tender={id} act={primary.act} primary>
            {t(primary.title)}
          </ActLink>
        )}
      </div>
      <Waiting offers={offers} />
      {others.length > 0 && (
        <>
          <h3>{t(messages.otherActs)}</h3>
          <div className="offers">
            {others.map((offer) => (
              <ActLink key={offer.act} tender={id} act={offer.act}>
                {t(offer.title)}
              </ActLink>
            ))}
          </div>
        </>
      )}
    </>
  )
}

/** Every clock the law has started, its clause and arithmetic beside it. */
export function Duties({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { language } = usePreferences()
  const now = useNow()
  const { duties, state } = tender
  if (duties.length === 0) return null
  return (
    <section>
      <h2>{t(messages.duties)}</h2>
      <ul className="lines">
        {duties.map((duty) => {
          const late = duty.until !== null && duty.until < now
          return (
            <li className={late ? 'line overdue' : 'line'} key={duty.id}>
              <div>
                <strong>{t(duty.title)}</strong> <small>{ownerName(duty.owner, state, t)}</small>
                <p className="why">{duty.why}</p>
              </div>
              <div className="when">
                {late && <span className="badge red">■ {t(appMessages.overdue)}</span>}
                {momentShown(duty.until, language)}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function ownerName(
  party: string,
  state: TenderSeen['state'],
  t: ReturnType<typeof useText>,
): string {
  if (party === state.project?.owner.party) return state.project.owner.name
  if (party === state.agency?.party) return state.agency.name
  return t(roleTitle('bidder'))
}
