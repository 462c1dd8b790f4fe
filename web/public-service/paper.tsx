// SPDX-License-Identifier: Apache-2.0
/** 文书: a public paper as one page to read, with the printed file and the proof beside it. */

import { isInstant } from '@gongxin/core/kernel'
import type { PaperLineView, PaperView } from '@gongxin/shell/http/contract'
import { PaperContent, whenShown } from '../design/index.ts'
import { Facts } from './facts.tsx'
import { renderPage } from './page.tsx'
import type { PageSetting, Voice } from './setting.ts'
import { cell, type Table } from './table.tsx'

export function renderPaper(paper: PaperView, setting: PageSetting): string {
  const { at } = paper.proof
  return renderPage(setting, (voice) => ({
    title: `${paper.project}${paper.title}`,
    updatedAt: isInstant(at) ? at : setting.now,
    main: <PaperPage paper={paper} voice={voice} />,
  }))
}

function PaperPage({ paper, voice }: { readonly paper: PaperView; readonly voice: Voice }) {
  const { say, language } = voice
  const { project, title, number, proof, href, signature, tender } = paper
  return (
    <article>
      <h1>
        {project} {title}
      </h1>
      <p className="screen">
        <a href={`/tenders/${encodeURIComponent(tender)}`}>{say('timeline')}</a>
        {' · '}
        <a href={href}>{say('paperPrinted')}</a>
        {signature === null ? null : (
          <>
            {' · '}
            <a href={signature}>{say('paperSignature')}</a>
          </>
        )}
      </p>
      <p className="note">{say('paperNumber', { number })}</p>
      {language === 'zh' ? null : <p className="note">{say('chineseOnly')}</p>}
      <PaperContent paper={paper} />
      <Facts
        facts={[
          { name: say('paperEvent'), value: proof.event },
          { name: say('date'), value: whenShown(proof.at, language) },
          { name: say('paperDigest'), value: proof.digest },
        ]}
      />
    </article>
  )
}

export function papersTable(
  rows: readonly PaperLineView[],
  { tender, voice }: { readonly tender: string; readonly voice: Voice },
): Table {
  const { say, language } = voice
  const page = (id: string) =>
    `/tenders/${encodeURIComponent(tender)}/papers/${encodeURIComponent(id)}`
  return {
    caption: say('papers'),
    empty: say('emptyTable'),
    columns: [
      { title: say('paper') },
      { title: say('date') },
      { title: say('paperPrinted') },
      { title: say('paperSignature') },
    ],
    rows: rows.map(({ id, title, at, href, signature }) => [
      cell(title[language], { href: page(id) }),
      cell(whenShown(at, language)),
      cell('PDF', { href }),
      signature === null ? cell('—') : cell('p7s', { href: signature }),
    ]),
  }
}
