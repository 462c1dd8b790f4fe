// SPDX-License-Identifier: Apache-2.0
/** 项目页: state in words, the next date and its reason, the whole way, results, and the proof. */

import type { PaperLineView, TrailLine } from '@gongxin/shell/http/contract'
import { phaseShown, placeOf } from '../lines.ts'
import { renderPage } from '../page.tsx'
import { papersTable } from '../paper.tsx'
import type { PageSetting, Voice } from '../setting.ts'
import { lastChange, type Story, storyOf, titleOf } from '../story.ts'
import { DataTable } from '../table.tsx'
import { Answers, Changes } from './changes.tsx'
import { ProjectFacts, ReadingsUsed } from './overview.tsx'
import { Proof, Trail, VaultShown } from './proven.ts'
import { Candidates, OpeningRecord, Result } from './result.tsx'
import { Standing } from './standing.tsx'
import { type DocumentRow, documentsTable } from './tables.ts'
import { Timeline } from './timeline.tsx'

export interface ProjectModel {
  readonly id: string
  /** The trail as the public may read it, whole. */
  readonly trail: readonly TrailLine[]
  readonly documents: readonly DocumentRow[]
  readonly papers: readonly PaperLineView[]
  /** Root of the city at the last tick of this tender; null before the closing, or without a vault. */
  readonly vaultRoot: string | null
}

interface Drawn {
  readonly model: ProjectModel
  readonly story: Story
  readonly voice: Voice
}

export function renderProject(model: ProjectModel, setting: PageSetting): string {
  const story = storyOf(model.trail)
  const draw = (voice: Voice) => ({
    title: `${titleOf(story, model.id)} · ${phaseShown(placeOf(story.state), voice)}`,
    updatedAt: lastChange(story, setting.now),
    clock: true as const,
    main: <Project model={model} story={story} voice={voice} />,
  })
  return renderPage(setting, draw, story.procedure)
}

function Project({ model, story, voice }: Drawn) {
  const { say } = voice
  const { id } = model
  const { state } = story
  const path = `/tenders/${encodeURIComponent(id)}`
  return (
    <>
      <h1>{titleOf(story, id)}</h1>
      <Standing story={story} voice={voice} />
      <p className="screen">
        {state.notice === null ? null : (
          <>
            <a href={`${path}/notice`}>{say('readNotice')}</a>
            {' · '}
          </>
        )}
        <a href={`${path}/opening`}>{say('publicHall')}</a>
        {' · '}
        <a href="#verify">{say('proofTitle')}</a>
      </p>
      <ProjectFacts story={story} voice={voice} />
      <h2>{say('timeline')}</h2>
      <Timeline story={story} voice={voice} />
      <Result id={id} state={state} voice={voice} />
      <Candidates id={id} state={state} voice={voice} />
      <OpeningRecord id={id} state={state} voice={voice} />
      <VaultShown id={id} state={state} root={model.vaultRoot} voice={voice} />
      <h2>{say('papers')}</h2>
      <DataTable table={papersTable(model.papers, { tender: id, voice })} voice={voice} />
      <h2>{say('documents')}</h2>
      <DataTable table={documentsTable(model.documents, voice)} voice={voice} />
      <Changes story={story} voice={voice} />
      <Answers story={story} voice={voice} />
      <ReadingsUsed story={story} voice={voice} />
      <Proof id={id} story={story} voice={voice} />
      <Trail id={id} story={story} voice={voice} />
    </>
  )
}
