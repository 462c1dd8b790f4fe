// SPDX-License-Identifier: Apache-2.0
/** 公开留痕 and 核验本项目: every entry with its fingerprint, and what the chain proves. */

import { stageOf } from '@gongxin/core/procedures'
import { handingOut } from '@gongxin/core/trading/proof'
import { accessOf, isEventType, procedureOf } from '@gongxin/core/trading/tender'
import { digestShown, momentShown } from '../../design/index.ts'
import type { Voice } from '../setting.ts'
import type { Story, Told } from '../story.ts'
import { cell, DataTable, type Table } from '../table.tsx'
import { pointingAddress, pointings, Remedies } from './remedies.tsx'

export function Proof({
  id,
  story,
  voice,
}: {
  readonly id: string
  readonly story: Story
  readonly voice: Voice
}) {
  const { say } = voice
  const { told } = story
  const withheld = told.filter((item) => item.line.body === null).length
  return (
    <section className="proof" aria-labelledby="verify">
      <h2 id="verify">{say('proofTitle')}</h2>
      <p>{say('proofText')}</p>
      <p>{say('proofLimits')}</p>
      <p>{say('proofCount', { count: told.length, withheld })}</p>
      <p>
        {say('proofHead')} <code>{told.at(-1)?.line.hash ?? ''}</code>
      </p>
      <p className="note">{say('proofHow')}</p>
      {handingOut(story.state) === undefined && (
        <p>
          <a href={`/app/verify/?tender=${encodeURIComponent(id)}`}>{say('verifyHere')}</a>
          {' · '}
          <a href={`/api/tenders/${encodeURIComponent(id)}/bundle.pvb`}>{say('verifyDownload')}</a>
        </p>
      )}
      <p>
        <a href={`/api/tenders/${encodeURIComponent(id)}/trail`}>{say('proofJson')}</a>
      </p>
      <p>
        <a href={proofAddress(id, told.at(-1)?.line.seq ?? 0)}>{say('proofInLog')}</a>
      </p>
    </section>
  )
}

/** Where the proof lies that an entry stands in the public log; there once it is attested. */
function proofAddress(id: string, seq: number): string {
  return `/api/tenders/${encodeURIComponent(id)}/log/${seq}`
}

export function Trail({
  id,
  story,
  voice,
}: {
  readonly id: string
  readonly story: Story
  readonly voice: Voice
}) {
  return (
    <>
      <Remedies story={story} voice={voice} />
      <section aria-labelledby="trail">
        <h2 id="trail">{voice.say('trailTitle')}</h2>
        <DataTable table={trailTable(id, story, voice)} voice={voice} />
      </section>
    </>
  )
}

export function trailTable(id: string, story: Story, voice: Voice): Table {
  const { code, say, language } = voice
  const offered = pointings(story.state, voice)
  return {
    caption: say('trailTitle'),
    empty: say('emptyTable'),
    csv: `/tenders/${encodeURIComponent(id)}/trail.csv`,
    columns: [
      { title: say('trailSeq') },
      { title: say('trailTime') },
      { title: say('trailAct') },
      { title: say('trailRole') },
      { title: say('trailHash') },
      { title: say('trailContent') },
    ],
    rows: story.told.map((item) => [
      cell(String(item.line.seq), {
        shown: <span id={`entry-${item.line.seq}`}>{item.line.seq}</span>,
      }),
      cell(momentShown(item.at, language)),
      cell(item.line.title[language]),
      cell(code('role', item.line.actor.role)),
      cell(item.line.hash, { shown: <code>{digestShown(item.line.hash)}</code> }),
      cell(contentShown(item, story, voice), {
        shown: (
          <>
            {contentShown(item, story, voice)}
            {item.line.body === null
              ? null
              : offered.map((of) => (
                  <span className="screen" key={of.act}>
                    <br />
                    <a href={pointingAddress(id, of, item.line)}>{of.title}</a>
                  </span>
                ))}
          </>
        ),
      }),
    ]),
  }
}

function contentShown({ line }: Told, { state }: Story, { say, language }: Voice): string {
  if (line.body !== null) return say('trailPublic')
  if (!isEventType(line.type)) return say('trailWithheld')
  const access = accessOf(line.type, state)
  if (access.to === 'restricted' && access.from !== undefined) {
    const stage = stageOf(procedureOf(state), access.from)?.title[language] ?? ''
    return say('trailWithheldUntil', { stage })
  }
  return say('trailWithheldBecause', { why: say(reasonOf(line.type)) })
}

const ofCommittee: readonly string[] = [
  'PoolFrozen',
  'PreliminaryLocked',
  'BidRejected',
  'ArithmeticCorrected',
  'CorrectionConfirmed',
  'ClarificationAsked',
  'ClarificationReplied',
  'LowPriceJudged',
  'RejectionVoted',
  'ScoresLocked',
  'EvaluationConcluded',
  'EvaluationStopped',
  'ReportSigned',
  'ReportReviewed',
]

function reasonOf(type: string) {
  if (type === 'BidDecrypted') return 'withheldContent'
  return ofCommittee.includes(type) ? 'withheldCommittee' : 'withheldParty'
}
