// SPDX-License-Identifier: Apache-2.0
/** 服务指南: scope, flow printed from the procedure, time limits, fees, where to complain. */

import type { Role } from '@gongxin/core/kernel'
import { citeShown, limitOf } from '@gongxin/core/law'
import { openTender, remedyActs, type Stage } from '@gongxin/core/procedures'
import { findDisclosureItem } from '@gongxin/core/registers/disclosure'
import { codeShown } from '../design/index.ts'
import { figureShown } from './law.tsx'
import { renderPage } from './page.tsx'
import type { PageSetting, Voice } from './setting.ts'
import { cell, DataTable, type Table } from './table.tsx'

export function renderGuide(setting: PageSetting): string {
  return renderPage(setting, (voice) => ({
    title: voice.say('guideTitle'),
    updatedAt: setting.now,
    main: <Guide voice={voice} />,
  }))
}

function Guide({ voice }: { readonly voice: Voice }) {
  const { say, language } = voice
  return (
    <>
      <h1>{say('guideTitle')}</h1>
      <h2>{say('guideScope')}</h2>
      <p>{say('guideScopeText')}</p>
      <h2>{say('guideBidder')}</h2>
      <p>{say('guideBidderText')}</p>
      <h2>{say('guideFlow')}</h2>
      <p>
        {openTender.title[language]} · {openTender.basis.map(citeShown).join('、')}
      </p>
      <DataTable table={flowTable(voice)} voice={voice} />
      <h2>{say('guideLimits')}</h2>
      <DataTable table={guideLimitTable(voice)} voice={voice} />
      <p>
        <a href="/law">{say('allLimits')}</a>
      </p>
      <h2>{say('guideFees')}</h2>
      <p>{say('guideFeesText')}</p>
      <h2>{say('guideComplaints')}</h2>
      <p>{say('guideObjection')}</p>
      <p>{say('guideComplaint')}</p>
    </>
  )
}

export function flowTable(voice: Voice): Table {
  const { say, language } = voice
  return {
    caption: say('guideFlow'),
    empty: say('emptyTable'),
    csv: '/guide.csv',
    columns: [
      { title: say('guideStage') },
      { title: say('guideWhat') },
      { title: say('guideWho') },
      { title: say('guidePublishes') },
      { title: say('stageLimits') },
    ],
    rows: openTender.stages.map((stage) => [
      cell(stage.title[language]),
      cell(stage.purpose[language]),
      cell(
        rolesOf(stage)
          .map((role) => codeShown('role', role, language))
          .join('、'),
      ),
      cell(publishedIn(stage, voice).join('、')),
      cell((stage.limits ?? []).map((id) => limitNamed(id, voice)).join('、')),
    ]),
  }
}

/** Orders, endings and complaints stand in every stage and say little of it. */
const unusual: readonly string[] = ['issue-directive', 'terminate', ...remedyActs]

/** Who does the ordinary work of a stage. */
function rolesOf({ acts }: Stage): readonly Role[] {
  const ordinary = acts.filter(({ act }) => act === 'lodge-objection' || !unusual.includes(act))
  return [...new Set(ordinary.flatMap(({ by }) => by))]
}

export function publishedIn(stage: Stage, { language }: Voice): readonly string[] {
  return (stage.publishes ?? []).flatMap((id) => {
    const item = findDisclosureItem(id)
    if (item === undefined) return []
    return [language === 'zh' ? item.title : item.titleEn]
  })
}

export function limitNamed(id: string, { language }: Voice): string {
  const limit = limitOf(id)
  return language === 'zh' ? limit.title : limit.titleEn
}

function guideLimitTable(voice: Voice): Table {
  const { say } = voice
  const ids = [...new Set(openTender.stages.flatMap((stage) => stage.limits ?? []))].sort()
  return {
    caption: say('guideLimits'),
    empty: say('emptyTable'),
    csv: '/law/limits.csv',
    columns: [
      { title: say('limitName') },
      { title: say('limitFigure') },
      { title: say('limitClause') },
    ],
    rows: ids
      .map(limitOf)
      .map((limit) => [
        cell(limitNamed(limit.handbook, voice)),
        cell(figureShown(limit, voice)),
        cell(limit.cites.map(citeShown).join('、')),
      ]),
  }
}
