// SPDX-License-Identifier: Apache-2.0
/** 关于平台: the three systems, who may see what, and what is honestly not solved yet. */

import { citeShown } from '@gongxin/core/law'
import { type NeverPublic, neverPublic } from '@gongxin/core/registers/disclosure'
import type { MessageKey } from '../design/index.ts'
import { Facts } from './facts.tsx'
import { renderPage } from './page.tsx'
import type { PageSetting, Voice } from './setting.ts'
import { cell, DataTable, type Table } from './table.tsx'

const risks: readonly MessageKey[] = [
  'aboutRiskHolders',
  'aboutRiskCount',
  'aboutRiskPage',
  'aboutRiskExpert',
  'aboutRiskMoment',
  'aboutRiskTiming',
  'aboutRiskSignature',
  'aboutRiskLog',
  'aboutRiskCalendar',
]

const untilWords: Readonly<Record<NeverPublic['until'], MessageKey>> = {
  always: 'aboutAlways',
  opening: 'aboutOpening',
  award: 'aboutAward',
}

/** Of one root that is pinned: what a reader compares. */
export interface RootShown {
  readonly name: string
  /** SM3 of the whole certificate, in hex. */
  readonly print: string
  readonly from: string
  readonly until: string
}

export function renderAbout(setting: PageSetting, roots: readonly RootShown[] = []): string {
  return renderPage(setting, (voice) => {
    const { say } = voice
    return {
      title: say('aboutTitle'),
      updatedAt: setting.now,
      main: (
        <>
          <h1>{say('aboutTitle')}</h1>
          <p>{say('aboutPlan')}</p>
          <h2>{say('aboutSystems')}</h2>
          <Facts
            facts={[
              { name: say('aboutServiceName'), value: say('aboutService') },
              { name: say('aboutTradingName'), value: say('aboutTrading') },
              { name: say('aboutSupervisionName'), value: say('aboutSupervision') },
            ]}
          />
          <h2>{say('aboutWho')}</h2>
          <p>{say('aboutPublicText')}</p>
          <DataTable table={neverPublicTable(voice)} voice={voice} />
          <h2>{say('aboutRoots')}</h2>
          <p>{say(roots.length === 0 ? 'aboutRootsNone' : 'aboutRootsText')}</p>
          <Facts
            facts={roots.map(({ name, ...root }) => ({ name, value: say('aboutRoot', root) }))}
          />
          <h2>{say('aboutRisks')}</h2>
          <ul>
            {risks.map((risk) => (
              <li key={risk}>{say(risk)}</li>
            ))}
          </ul>
        </>
      ),
    }
  })
}

export function neverPublicTable({ say }: Voice): Table {
  return {
    caption: say('aboutNeverTitle'),
    empty: say('emptyTable'),
    csv: '/about.csv',
    columns: [
      { title: say('aboutWhat') },
      { title: say('aboutUntil') },
      { title: say('aboutBasis') },
    ],
    rows: neverPublic.map(({ title, until, cites }) => [
      cell(title),
      cell(say(untilWords[until])),
      cell(cites.map(citeShown).join('、') || say('aboutNoBasis')),
    ]),
  }
}
