// SPDX-License-Identifier: Apache-2.0
/** 公信日志: how far the log has come, who has attested it, and its newest entries. */

import { type Instant, isInstant } from '@gongxin/core/kernel'
import { bidShapes, isBidEventType } from '@gongxin/core/trading/bid'
import { eventShapes, isEventType } from '@gongxin/core/trading/tender'
import type { LogLineView, LogView } from '@gongxin/shell/http/contract'
import { digestShown, momentShown } from '../design/index.ts'
import { Facts } from './facts.tsx'
import { renderPage } from './page.tsx'
import type { PageSetting, Voice } from './setting.ts'
import { cell, DataTable, type Table } from './table.tsx'

export function renderLog(log: LogView, setting: PageSetting): string {
  return renderPage(setting, (voice) => {
    const { say } = voice
    const { quorum, expected } = log
    return {
      title: say('logTitle'),
      updatedAt: momentOf(log.recorded?.at) ?? setting.now,
      main: (
        <>
          <h1>{say('logTitle')}</h1>
          <p>{say('logLead')}</p>
          <p>{say('logWhy')}</p>
          <State name={say('logRecorded')} state={log.recorded} voice={voice}>
            {say('logRecordedWhat')}
          </State>
          <State name={say('logAttested')} state={log.attested} voice={voice}>
            {expected === 0 ? say('logNobody') : say('logAttestedWhat', { expected, quorum })}
          </State>
          <h2>{say('logWitnesses')}</h2>
          <DataTable table={witnessTable(log, voice)} voice={voice} />
          <h2>{say('logLatest')}</h2>
          <p>{say('logSealedWhat')}</p>
          <DataTable table={logTable(log, voice)} voice={voice} />
          <h2>{say('logSelf')}</h2>
          <p>{say('logSelfHow')}</p>
          <ul>
            {log.attested === null ? null : (
              <li>
                <a href="/log/checkpoint">{say('logCheckpoint')}</a>
              </li>
            )}
            <li>
              <a href="/log/policy">{say('logPolicy')}</a>
            </li>
            <li>
              <a href="/app/verify/">{say('verifyTitle')}</a>
            </li>
          </ul>
        </>
      ),
    }
  })
}

function State({
  name,
  state,
  voice,
  children,
}: {
  readonly name: string
  readonly state: LogView['recorded']
  readonly voice: Voice
  readonly children: string
}) {
  const { say, language } = voice
  const at = momentOf(state?.at)
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <Facts
        facts={[
          {
            name: say('logEntries'),
            value:
              state === null
                ? `○ ${say('logNotYet')}`
                : `● ${say('logSize', { count: state.size })}`,
          },
          { name: say('trailTime'), value: at && momentShown(at, language) },
          { name: say('logRoot'), value: state && <code>{state.root}</code> },
        ]}
      />
      <p className="note">{children}</p>
    </section>
  )
}

function witnessTable({ witnesses }: LogView, { say, language }: Voice): Table {
  return {
    caption: say('logWitnesses'),
    empty: say('logNobody'),
    columns: [
      { title: say('logWitness') },
      { title: say('logSeen'), align: 'right' },
      { title: say('logSeenAt') },
    ],
    rows: witnesses.map(({ name, seen }) => {
      const at = momentOf(seen?.at)
      return [
        cell(name),
        cell(seen === null ? say('logNotYet') : String(seen.size)),
        cell(at === undefined ? '' : momentShown(at, language)),
      ]
    }),
  }
}

export function logTable({ latest, attested }: LogView, voice: Voice): Table {
  const { say, language } = voice
  return {
    caption: say('logLatest'),
    empty: say('logEmpty'),
    csv: '/log.csv',
    columns: [
      { title: say('logNumber') },
      { title: say('trailAct') },
      { title: say('columnProject') },
      { title: say('trailTime') },
      { title: say('logState') },
      { title: say('trailHash') },
    ],
    rows: latest.map((line) => {
      const at = momentOf(line.at)
      const path = `/tenders/${encodeURIComponent(line.tender)}`
      return [
        cell(String(line.idx)),
        cell(titleOf(line, voice)),
        cell(line.tender, { href: path }),
        cell(at === undefined ? line.at : momentShown(at, language)),
        cell(say(line.idx < (attested?.size ?? 0) ? 'logAttested' : 'logRecorded')),
        cell(line.leaf, { shown: <code>{digestShown(line.leaf)}</code> }),
      ]
    }),
  }
}

function titleOf({ type, sealed }: LogLineView, { say, language }: Voice): string {
  if (!sealed) return isEventType(type) ? eventShapes[type].title[language] : say('logUnknown')
  const title = isBidEventType(type) ? bidShapes[type].title[language] : say('logUnknown')
  return language === 'zh' ? `${title}${say('logSealed')}` : `${title} ${say('logSealed')}`
}

function momentOf(text: string | undefined): Instant | undefined {
  return text !== undefined && isInstant(text) ? text : undefined
}
