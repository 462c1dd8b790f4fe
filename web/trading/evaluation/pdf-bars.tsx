// SPDX-License-Identifier: Apache-2.0
/** The two bars above a PDF: page and size, and the search for a word. */

import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useText } from '../../app/index.ts'
import { messages } from './messages.ts'
import type { Found, PdfView } from './pdf-view.ts'

interface StepsProps {
  readonly view: PdfView | undefined
  readonly page: number
  readonly pages: number
  readonly percent: number
}

export function PdfSteps({ view, page, pages, percent }: StepsProps) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const go = () => {
    const wanted = Number(typed?.normalize('NFKC').trim())
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) view?.go(wanted)
    setTyped(undefined)
  }
  return (
    <div className="row" role="toolbar" aria-label={t(messages.pdfPages)}>
      <Button disabled={page <= 1} onClick={() => view?.go(page - 1)}>
        {t(messages.pageBefore)}
      </Button>
      <label htmlFor={id}>{t(messages.pdfPage)}</label>
      <Input
        id={id}
        className="page-number"
        inputMode="numeric"
        value={typed ?? String(page)}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={go}
        onBlur={go}
      />
      <span role="status">{t(messages.ofPages, { page, pages })}</span>
      <Button disabled={page >= pages} onClick={() => view?.go(page + 1)}>
        {t(messages.pageAfter)}
      </Button>
      <Button aria-label={t(messages.smaller)} onClick={() => view?.zoom(-1)}>
        −
      </Button>
      <span>{percent}%</span>
      <Button aria-label={t(messages.larger)} onClick={() => view?.zoom(1)}>
        ＋
      </Button>
      <Button onClick={() => view?.zoom('fit')}>{t(messages.fitWidth)}</Button>
    </div>
  )
}

interface SearchProps {
  readonly view: PdfView | undefined
  readonly found: Found | undefined
}

export function PdfSearch({ view, found }: SearchProps) {
  const t = useText()
  const id = useId()
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useState('')
  const find = (way: 'next' | 'previous') => {
    view?.find(query, query === asked ? way : 'first')
    setAsked(query)
  }
  const none = query === ''
  return (
    <search className="row">
      <label htmlFor={id}>{t(messages.pdfSearch)}</label>
      <Input
        id={id}
        className="search-word"
        maxLength={60}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        onPressEnter={({ shiftKey }) => !none && find(shiftKey ? 'previous' : 'next')}
      />
      <Button disabled={none} onClick={() => find('previous')}>
        {t(messages.foundBefore)}
      </Button>
      <Button disabled={none} onClick={() => find('next')}>
        {t(messages.foundAfter)}
      </Button>
      <span role="status">
        {asked === '' || asked !== query || found === undefined
          ? ''
          : found.total === 0
            ? t(messages.foundNone)
            : t(messages.foundPlace, { n: found.current, all: found.total })}
      </span>
    </search>
  )
}
