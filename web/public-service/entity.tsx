// SPDX-License-Identifier: Apache-2.0
/** 市场主体: what is public about an organisation and its projects. */

import type { z } from '@gongxin/core/kernel'
import type { organisationView } from '@gongxin/shell/http/contract'
import { codeShown, whenShown } from '../design/index.ts'
import { Facts } from './facts.tsx'
import { latest, type TenderRow, tenderTable } from './lines.ts'
import { renderPage } from './page.tsx'
import type { PageSetting } from './setting.ts'
import { DataTable } from './table.tsx'

export interface EntityModel {
  readonly organisation: z.infer<typeof organisationView>
  readonly owned: readonly TenderRow[]
  /** Null where nobody has counted them: nothing is said then. */
  readonly won: readonly TenderRow[] | null
}

export function renderEntity({ organisation, owned, won }: EntityModel, setting: PageSetting) {
  return renderPage(setting, (voice) => {
    const { say, language } = voice
    const roles = organisation.roles.map((role) => codeShown('role', role, language))
    const caption = { owned: say('entityOwned'), won: say('entityWon') }
    const empty = say('entityNone')
    const csv = `/entities/${encodeURIComponent(organisation.uscc)}.csv`
    return {
      title: `${organisation.name} · ${say('entityTitle')}`,
      updatedAt: latest(
        [
          organisation.since,
          ...owned.map((t) => t.updatedAt),
          ...(won ?? []).map((t) => t.updatedAt),
        ],
        setting.now,
      ),
      main: (
        <>
          <h1>{organisation.name}</h1>
          <Facts
            facts={[
              { name: say('entityCode'), value: organisation.uscc },
              {
                name: say('entityKind'),
                value: codeShown('organisationKind', organisation.kind, language),
              },
              { name: say('entityRoles'), value: roles.join('、') },
              { name: say('entitySince'), value: whenShown(organisation.since, language) },
            ]}
          />
          <h2>{caption.owned}</h2>
          <DataTable
            table={tenderTable(owned, voice, { caption: caption.owned, empty, csv })}
            voice={voice}
          />
          {won === null ? null : (
            <>
              <h2>{caption.won}</h2>
              <DataTable
                table={tenderTable(won, voice, { caption: caption.won, empty, csv })}
                voice={voice}
              />
            </>
          )}
        </>
      ),
    }
  })
}
