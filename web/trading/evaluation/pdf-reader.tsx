// SPDX-License-Identifier: Apache-2.0
/** One PDF of a bid beside the sheet: page by page, found by number or word, all by keyboard. */

import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../../app/index.ts'
import { messages } from './messages.ts'
import { PdfSearch, PdfSteps } from './pdf-bars.tsx'
import { type Found, openPdf, type PdfFault, type PdfView } from './pdf-view.ts'

interface Props {
  readonly url: string
  readonly name: string
  /** The page in view, for whoever wants to note it. */
  readonly onPage: (page: number) => void
  readonly onClose: () => void
}

export function PdfReader({ url, name, onPage, onClose }: Props) {
  const t = useText()
  const [attempt, setAttempt] = useState(0)
  const { container, view, seen } = usePdf(`${url}#${attempt}`, onPage)
  const { fault, page, pages } = seen
  return (
    <section className="reader" aria-label={name}>
      <div className="row reader-head">
        <h2>{name}</h2>
        <a href={url}>{t(messages.download)}</a>
        <Button onClick={onClose}>{t(messages.backToBid)}</Button>
      </div>
      {fault !== undefined && (
        <div role="alert" className="stack">
          <p className="finding breached">■ {t(messages[faultLine[fault]])}</p>
          {fault === 'not-fetched' && (
            <div>
              <Button onClick={() => setAttempt(attempt + 1)}>{t(messages.tryAgain)}</Button>
            </div>
          )}
        </div>
      )}
      {fault === undefined && pages === 0 && (
        <p className="note" role="status">
          {t(messages.pdfOpening)}
        </p>
      )}
      {fault === undefined && pages > 0 && (
        <>
          <PdfSteps view={view} page={page} pages={pages} percent={seen.percent} />
          <PdfSearch view={view} found={seen.found} />
        </>
      )}
      <div className="pages" hidden={fault !== undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs, these are pages. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key. */}
        <div ref={container} role="group" tabIndex={0} onKeyDown={(key) => turn(key, view, seen)}>
          <div className="pdfViewer" />
        </div>
      </div>
    </section>
  )
}

const faultLine = {
  'not-fetched': 'pdfNotFetched',
  locked: 'pdfLocked',
  damaged: 'pdfDamaged',
} as const

interface Seen {
  readonly page: number
  readonly pages: number
  readonly percent: number
  readonly found: Found | undefined
  readonly fault: PdfFault | undefined
}

const nothingSeen: Seen = { page: 0, pages: 0, percent: 100, found: undefined, fault: undefined }

function usePdf(address: string, onPage: (page: number) => void) {
  const t = useText()
  const container = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<PdfView>()
  const [seen, setSeen] = useState(nothingSeen)
  const latest = useRef({ onPage, t })
  latest.current = { onPage, t }
  useEffect(() => {
    if (container.current === null) return
    const note = (more: Partial<Seen>) => setSeen((now) => ({ ...now, ...more }))
    setSeen(nothingSeen)
    const opened = openPdf(container.current, address.replace(/#\d+$/, ''), {
      onPage: (page, pages) => {
        note({ page, pages })
        latest.current.onPage(page)
      },
      onZoom: (percent) => note({ percent }),
      onFound: (found) => note({ found }),
      onFault: (fault) => note({ fault }),
      pageName: (page) => latest.current.t(messages.pageName, { page }),
    })
    setView(opened)
    return opened.close
  }, [address])
  return { container, view, seen }
}

const steps: Readonly<Record<string, (page: number, pages: number) => number>> = {
  PageDown: (page) => page + 1,
  ArrowRight: (page) => page + 1,
  PageUp: (page) => page - 1,
  ArrowLeft: (page) => page - 1,
  Home: () => 1,
  End: (_, pages) => pages,
}

/** Keys turn pages while the pages have the focus; with Alt they belong to the workspace. */
function turn(key: KeyboardEvent, view: PdfView | undefined, { page, pages }: Seen): void {
  if (key.altKey || key.ctrlKey || key.metaKey) return
  if (key.key === '+' || key.key === '-') view?.zoom(key.key === '+' ? 1 : -1)
  const next = steps[key.key]?.(page, pages)
  if (next === undefined) return
  key.preventDefault()
  if (next >= 1 && next <= pages) view?.go(next)
}
