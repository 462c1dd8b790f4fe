// SPDX-License-Identifier: Apache-2.0
/** Three panes over one bid: what is asked, the bid or one of its files, and my own sheet. */

import type { Bid } from '@gongxin/core/trading/tender'
import { lazy, Suspense, useState } from 'react'
import { messages as appMessages, type TenderSeen, useText } from '../../app/index.ts'
import { BidPane } from './bid-pane.tsx'
import { Criteria } from './criteria.tsx'
import { FaultSheet } from './fault-sheet.tsx'
import { MarkSheet } from './mark-sheet.tsx'
import { BidPanels } from './panels.tsx'
import { pageShown, type Reading } from './reading.ts'

/** pdf.js is large, and fetched when the first file is opened. */
const PdfReader = lazy(async () => {
  const module = await import('./pdf-reader.tsx')
  return { default: module.PdfReader }
})

interface Props {
  readonly tender: TenderSeen
  readonly bid: Bid
  readonly preliminary: boolean
}

export function Panes({ tender, bid, preliminary }: Props) {
  const t = useText()
  const [opened, setOpened] = useState<Reading>()
  const { state } = tender
  // The sheet stays as it is from bid to bid; a file is open with the bid it belongs to.
  const reading = opened?.bid === bid.no ? opened : undefined
  const shown = pageShown(bid.content?.files ?? [], reading)
  const Sheet = preliminary ? FaultSheet : MarkSheet
  return (
    <div className={reading === undefined ? 'panes even' : 'panes reading'}>
      <Criteria state={state} preliminary={preliminary} />
      <div>
        {reading === undefined ? (
          <BidPane
            bid={bid}
            state={state}
            onRead={(file) => setOpened({ bid: bid.no, file, page: 0 })}
          />
        ) : (
          <Suspense fallback={<p className="note">{t(appMessages.loading)}</p>}>
            <PdfReader
              url={`/api/files/${reading.file.digest}`}
              name={reading.file.name}
              onPage={(page) => setOpened((now) => now && { ...now, page })}
              onClose={() => setOpened(undefined)}
            />
          </Suspense>
        )}
        <BidPanels tender={tender} bid={bid} />
      </div>
      <Sheet tender={tender} bid={bid} shown={shown} />
    </div>
  )
}
