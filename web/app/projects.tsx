// SPDX-License-Identifier: Apache-2.0
/** 我的项目: a table with filters, sums on the right, the next date in each row. */

import { allStages } from '@gongxin/core/procedures'
import { tenderKinds } from '@gongxin/core/trading/tender'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Labelled } from './labelled.tsx'
import { messages } from './messages.ts'
import { Page } from './page.tsx'
import { Pager } from './pager.tsx'
import { usePreferences, useText } from './preferences.tsx'
import { Awaited } from './problem-notice.tsx'
import { useSession } from './session.ts'
import { momentShown, moneyShown } from './shown.ts'
import { type TenderQuery, useTenders } from './tenders.ts'
import { districts, kindTitle, phaseTitle } from './titles.ts'

export function Projects() {
  const t = useText()
  const role = useSession().data?.role
  const [query, setQuery] = useState<TenderQuery>(role === 'bidder' ? {} : { mine: '1' })
  const tenders = useTenders(query)
  const items = tenders.data?.items ?? []
  const owner = role === 'tenderOwner'
  return (
    <Page
      title={t(messages.projects)}
      aside={
        owner && (
          <Link to="/projects/new" className="go primary">
            {t(messages.registerProject)}
          </Link>
        )
      }
    >
      <Filters query={query} onChange={setQuery} />
      <Awaited error={tenders.error} pending={tenders.isPending} refetch={tenders.refetch}>
        {items.length === 0 ? (
          <div className="empty">
            <p>{t(messages.noProjects)}</p>
            {query.mine !== undefined && (
              <Button onClick={() => setQuery({})}>{t(messages.allProjects)}</Button>
            )}
          </div>
        ) : (
          <ProjectTable items={items} />
        )}
        <Pager
          cursor={query.cursor}
          next={tenders.data?.next ?? null}
          onMove={(cursor) => setQuery({ ...query, cursor })}
        />
      </Awaited>
    </Page>
  )
}

interface FilterProps {
  readonly query: TenderQuery
  readonly onChange: (query: TenderQuery) => void
}

function Filters({ query, onChange }: FilterProps) {
  const t = useText()
  const put = (change: TenderQuery) => onChange({ ...query, ...change, cursor: undefined })
  const choice = (label: string, key: 'phase' | 'kind' | 'district', options: Options) => (
    <Labelled label={label}>
      {(bound) => (
        <Select
          {...bound}
          value={query[key] ?? ''}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: t(messages.all) }, ...options]}
          onChange={(value) => put({ [key]: value === '' ? undefined : value })}
        />
      )}
    </Labelled>
  )
  return (
    <form className="filters" onSubmit={(submit) => submit.preventDefault()}>
      <Labelled label={t(messages.search)}>
        {(bound) => (
          <Input.Search
            {...bound}
            allowClear
            placeholder={t(messages.searchProjects)}
            onSearch={(q) => put({ q })}
          />
        )}
      </Labelled>
      {choice(
        t(messages.phase),
        'phase',
        allStages.map(({ id, title }) => ({ value: id, label: t(title) })),
      )}
      {choice(
        t(messages.kind),
        'kind',
        tenderKinds.map((kind) => ({ value: kind, label: t(kindTitle(kind)) })),
      )}
      {choice(
        t(messages.district),
        'district',
        districts.map((district) => ({ value: district.zh, label: t(district) })),
      )}
      <Checkbox
        checked={query.mine === '1'}
        onChange={(change) => put({ mine: change.target.checked ? '1' : undefined })}
      >
        {t(messages.onlyMine)}
      </Checkbox>
    </form>
  )
}

type Options = readonly { readonly value: string; readonly label: ReactNode }[]
type Lines = NonNullable<ReturnType<typeof useTenders>['data']>['items']

function ProjectTable({ items }: { readonly items: Lines }) {
  const t = useText()
  const { language } = usePreferences()
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="for-readers">{t(messages.projects)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(messages.project)}</th>
            <th scope="col">{t(messages.phase)}</th>
            <th scope="col">{t(messages.kind)}</th>
            <th scope="col">{t(messages.district)}</th>
            <th scope="col">{t(messages.owner)}</th>
            <th scope="col" className="sum">
              {t(messages.ceiling)}
            </th>
            <th scope="col">{t(messages.deadline)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((tender) => (
            <tr key={tender.id}>
              <th scope="row">
                <Link to="/tenders/$tender" params={{ tender: tender.id }}>
                  {tender.title}
                </Link>
              </th>
              <td>
                {t(phaseTitle(tender.phase, tender.procedure))}
                {tender.suspended && <span className="badge amber">▲ {t(messages.suspended)}</span>}
              </td>
              <td>{t(kindTitle(tender.kind))}</td>
              <td>{tender.district}</td>
              <td>{tender.owner}</td>
              <td className="sum">{moneyShown(tender.ceilingFen, language)}</td>
              <td>{momentShown(tender.deadline, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
