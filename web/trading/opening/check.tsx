// SPDX-License-Identifier: Apache-2.0
/** 核验开标记录: this browser opens every sealed opening form again and compares it with the record. */

import { z } from '@gongxin/core/kernel'
import { type Checked, checkOpening, type OpenedFault } from '@gongxin/core/trading/bid'
import { routes } from '@gongxin/shell/http/contract'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { call, ProblemNotice, problemOf, type TenderSeen, useText } from '../../app/index.ts'
import { messages } from './messages.ts'

const closedShape = z.object({ data: z.object({ commitments: z.array(z.string()) }) })

/** What was fixed at the deadline comes from the trail, not from the list that is to be checked. */
async function checked({ id, state }: TenderSeen): Promise<readonly Checked[]> {
  const params = { tender: id }
  const [trail, manifests] = await Promise.all([
    call(routes.trail, { params, query: {} }),
    call(routes.manifests, { params }),
  ])
  const closed = trail.items.find(({ type }) => type === 'BiddingClosed')
  const { commitments } = closedShape.parse(closed?.body).data
  const shown = manifests.items.map((one) => ({
    ...one,
    form: Uint8Array.from(atob(one.form), (character) => character.charCodeAt(0)),
  }))
  return checkOpening(id, state, { commitments, shown })
}

export function CheckOpening({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => checked(tender) })
  if (tender.state.record === null) return null
  return (
    <section>
      <h2>{t(messages.check)}</h2>
      <p>{t(messages.checkWhy)}</p>
      <Button loading={isPending} onClick={() => mutate()}>
        {t(messages.checkNow)}
      </Button>
      {error !== null && <ProblemNotice problem={problemOf(error)} />}
      <div role="status">{data !== undefined && <Result tender={tender} list={data} />}</div>
    </section>
  )
}

interface Props {
  readonly tender: TenderSeen
  readonly list: readonly Checked[]
}

function Result({ tender, list }: Props) {
  const t = useText()
  const nameOf = (no: string) => tender.state.bids.find((bid) => bid.no === no)?.bidder.name ?? no
  return (
    <ul className="plain">
      {list.map(({ bid, fault }) => (
        <li key={bid} className={fault === null ? 'finding met' : 'finding breached'}>
          <span className={fault === null ? 'badge green' : 'badge red'}>
            {fault === null ? `✓ ${t(messages.checkTrue)}` : `■ ${t(messages.checkFalse)}`}
          </span>{' '}
          {bid === '' ? t(messages.checkAll, { count: list.length - 1 }) : nameOf(bid)}
          {fault !== null && `：${t(messages[wordsOf(fault)])}`}
        </li>
      ))}
    </ul>
  )
}

function wordsOf(fault: OpenedFault) {
  if (fault === 'BID_MISSING' || fault === 'BID_ADDED') return 'checkCount'
  return fault === 'RECORD_MISMATCH' ? 'checkRecord' : 'checkSeal'
}
