// SPDX-License-Identifier: Apache-2.0
/** What a project is in facts, and the doubts of the law that it leans on. */

import { findReading } from '@gongxin/core/law'
import { procedureOf } from '@gongxin/core/trading/tender'
import { districtShown } from '../../design/index.ts'
import { Facts } from '../facts.tsx'
import type { Voice } from '../setting.ts'
import type { Story } from '../story.ts'

interface Drawn {
  readonly story: Story
  readonly voice: Voice
}

export function ProjectFacts({ story, voice }: Drawn) {
  const { code, say, language } = voice
  const { project, agency } = story.state
  if (project === null) return null
  const { owner, authority } = project
  return (
    <Facts
      facts={[
        { name: say('projectName'), value: project.projectName },
        { name: say('lotName'), value: project.name },
        {
          name: say('ownerName'),
          value: <a href={`/entities/${encodeURIComponent(owner.party)}`}>{owner.name}</a>,
        },
        { name: say('agencyName'), value: agency?.name ?? '' },
        { name: say('authorityName'), value: authority.name },
        { name: say('procedureName'), value: procedureOf(story.state).title[language] },
        { name: say('kindName'), value: code('kind', project.kind) },
        { name: say('columnDistrict'), value: districtShown(project.district, language) },
        { name: say('projectCode'), value: project.projectCode },
        {
          name: say('approvalDocument'),
          value: `${project.approval.document} · ${project.approval.by}`,
        },
        { name: say('fundsOf'), value: project.funds.source },
        { name: say('compulsory'), value: say(project.compulsory ? 'yes' : 'no') },
        { name: say('roundName'), value: say('roundShown', { round: project.round }) },
      ]}
    />
  )
}

/** Doubts of the law that a finding of this tender leans on. */
export function ReadingsUsed({ story, voice }: Drawn) {
  const { say } = voice
  const used = story.told.flatMap(({ line }) =>
    (line.body?.findings ?? []).flatMap((finding) => finding.readings ?? []),
  )
  const known = [...new Set(used)].sort().flatMap((id) => findReading(id) ?? [])
  if (known.length === 0) return null
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">{say('readingsUsed')}</h2>
      <p>{say('readingsUsedText')}</p>
      <ul>
        {known.map(({ id, title, chosen, status }) => (
          <li key={id}>
            <a href={`/law/readings#${id}`}>{id}</a>{' '}
            <span lang="zh">
              {title}：{chosen}
            </span>
            （{say(status === '待确认' ? 'readingOpen' : 'readingConfirmed')}）
          </li>
        ))}
      </ul>
    </section>
  )
}
