// SPDX-License-Identifier: Apache-2.0
/** 服务指南: scope, flow printed from the procedure, time limits, fees, where to complain. */

import type { Role } from '@gongxin/core/kernel'
import { citeShown, limitOf } from '@gongxin/core/law'
import {
  findProcedure,
  type Procedure,
  procedures,
  remedyActs,
  type Stage,
} from '@gongxin/core/procedures'
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

/** One procedure on one page; null for what the house does not hold. */
export function renderProcedure(id: string, setting: PageSetting): string | null {
  const procedure = findProcedure(id)
  if (procedure === undefined) return null
  const draw = (voice: Voice) => ({
    title: `${procedure.title[voice.language]} · ${voice.say('guideTitle')}`,
    updatedAt: setting.now,
    main: <Flow procedure={procedure} voice={voice} />,
  })
  return renderPage(setting, draw, procedure)
}

function Guide({ voice }: { readonly voice: Voice }) {
  const { say } = voice
  return (
    <>
      <h1>{say('guideTitle')}</h1>
      <h2>{say('guideScope')}</h2>
      <p>{say('guideScopeText')}</p>
      <h2>{say('guideBidder')}</h2>
      <p>{say('guideBidderText')}</p>
      <h2>{say('guideFlow')}</h2>
      <DataTable table={procedureTable(voice)} voice={voice} />
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

interface Flowing {
  readonly procedure: Procedure
  readonly voice: Voice
}

function Flow({ procedure, voice }: Flowing) {
  const { say, language } = voice
  const { minToOpen } = procedure
  return (
    <>
      <h1>{procedure.title[language]}</h1>
      <p>
        {codeShown('line', procedure.line, language)} · {procedure.basis.map(citeShown).join('、')}
      </p>
      <ul>
        {minToOpen === null ? null : <li>{say('guideFewest', { count: minToOpen.count })}</li>}
        <li>{say(procedure.tickets === 'anyone' ? 'guideAnyone' : 'guideInvited')}</li>
        <li>{say(procedure.readsOpening === 'public' ? 'guideReadAll' : 'guideReadPanel')}</li>
        <li>
          {say('termMethod')}：
          {procedure.methods.map((method) => voice.code('method', method)).join('、')}
        </li>
      </ul>
      <h2>{say('guideFlow')}</h2>
      <DataTable table={flowTable(procedure, voice)} voice={voice} />
      <h2>{say('guideLimits')}</h2>
      <DataTable table={guideLimitTable(procedure, voice)} voice={voice} />
      <p>
        <a href="/guide">{say('guideTitle')}</a>
      </p>
    </>
  )
}

/** Every procedure of the house, each with the page of its own. */
export function procedureTable(voice: Voice): Table {
  const { say, language } = voice
  return {
    caption: say('guideProcedures'),
    empty: say('emptyTable'),
    csv: '/guide.csv',
    columns: [
      { title: say('procedureName') },
      { title: say('filterLine') },
      { title: say('guideKinds') },
      { title: say('limitClause') },
    ],
    rows: procedures.map(({ id, title, line, kinds, basis }) => [
      cell(title[language], { href: `/guide/${id}` }),
      cell(codeShown('line', line, language)),
      cell(kinds.map((kind) => codeShown('kind', kind, language)).join('、')),
      cell(basis.map(citeShown).join('、')),
    ]),
  }
}

export function flowTable(procedure: Procedure, voice: Voice): Table {
  const { say, language, code } = voice
  return {
    caption: say('guideFlow'),
    empty: say('emptyTable'),
    csv: `/guide/${procedure.id}.csv`,
    columns: [
      { title: say('guideStage') },
      { title: say('guideWhat') },
      { title: say('guideWho') },
      { title: say('guidePublishes') },
      { title: say('stageLimits') },
    ],
    rows: procedure.stages.map((stage) => [
      cell(stage.title[language]),
      cell(stage.purpose[language]),
      cell(
        rolesOf(stage)
          .map((role) => code('role', role))
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

export function publishedIn(stage: Stage, { language, speak }: Voice): readonly string[] {
  return (stage.publishes ?? []).flatMap((id) => {
    const item = findDisclosureItem(id)
    if (item === undefined) return []
    return [speak(language === 'zh' ? item.title : item.titleEn)]
  })
}

export function limitNamed(id: string, { language }: Voice): string {
  const limit = limitOf(id)
  return language === 'zh' ? limit.title : limit.titleEn
}

function guideLimitTable({ stages }: Procedure, voice: Voice): Table {
  const { say } = voice
  const ids = [...new Set(stages.flatMap((stage) => stage.limits ?? []))].sort()
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
