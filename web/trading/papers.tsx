// SPDX-License-Identifier: Apache-2.0
/** 文书: the papers this reader may see, each to read here or to keep as a file. */

import { routes } from '@gongxin/shell/http/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Awaited, call, momentShown, Page, usePreferences, useText } from '../app/index.ts'
import { PaperContent } from '../design/index.ts'
import { messages } from './messages.ts'

export function Papers({ tender }: { readonly tender: string }) {
  const t = useText()
  const { language } = usePreferences()
  const papers = useQuery({
    queryKey: ['tender', tender, 'papers'],
    queryFn: ({ signal }) => call(routes.papers, { params: { tender }, signal }),
  })
  const items = (papers.data?.items ?? []).toReversed()
  return (
    <section>
      <h2>{t(messages.papers)}</h2>
      {items.length === 0 ? (
        <p className="note">{t(messages.noPapers)}</p>
      ) : (
        <ul>
          {items.map(({ id, title, at, href, signature, access }) => (
            <li key={id}>
              <Link to="/tenders/$tender/papers/$paper" params={{ tender, paper: id }}>
                {t(title)}
              </Link>{' '}
              <small>
                {momentShown(at, language)}
                {access === 'restricted' && ` · ${t(messages.paperRestricted)}`}
              </small>{' '}
              <a href={href} download aria-label={`${t(messages.paperFile)} ${t(title)}`}>
                PDF
              </a>
              {signature !== null && (
                <>
                  {' '}
                  <a
                    href={signature}
                    download
                    aria-label={`p7s ${t(messages.paperSignature)} ${t(title)}`}
                  >
                    p7s
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function PaperPage() {
  const t = useText()
  const { tender = '', paper: id = '' } = useParams({ strict: false })
  const paper = useQuery({
    queryKey: ['tender', tender, 'paper', id],
    queryFn: ({ signal }) => call(routes.paper, { params: { tender, paper: id }, signal }),
  })
  const read = paper.data
  return (
    <Page title={read === undefined ? t(messages.papers) : `${read.project} ${read.title}`}>
      <p className="no-print">
        <Link to="/tenders/$tender" params={{ tender }}>
          {t(messages.backToRoom)}
        </Link>
        {read !== undefined && (
          <>
            {' · '}
            <a href={read.href} download>
              {t(messages.paperFile)}
            </a>
            {read.signature !== null && (
              <>
                {' · '}
                <a href={read.signature} download>
                  {t(messages.paperSignature)}
                </a>
              </>
            )}
          </>
        )}
      </p>
      <Awaited error={paper.error} pending={paper.isPending} refetch={paper.refetch}>
        {read !== undefined && (
          <article className="sheet">
            <PaperContent paper={read} />
            <p className="note">
              {t(messages.entry)} <span className="digest">{read.proof.digest}</span>
            </p>
          </article>
        )}
      </Awaited>
    </Page>
  )
}
