// SPDX-License-Identifier: Apache-2.0
/** An act whose body the page already knows: one button, a signature where one is asked. */

import type { ActAnswer } from '@gongxin/shell/http/contract'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ProblemNotice, problemOf, type TenderSeen, useText } from '../../app/index.ts'
import { type Body, type Node, nodeOf } from '../form/index.ts'
import { projectOf } from './act-form.tsx'
import { BodyShown } from './body-shown.tsx'
import { Confirm } from './confirm.tsx'
import { consequenceOf } from './consequences.ts'
import { useTellDone } from './done-line.tsx'
import { findKnownAct } from './shapes.ts'
import { useAct } from './use-act.ts'

interface Props {
  readonly tender: TenderSeen
  readonly act: string
  readonly body: Body
  readonly primary?: boolean
  readonly disabled?: boolean
  /** What is read aloud before it is signed, where the body itself is sealed. */
  readonly shown?: { readonly node: Node; readonly value: Body }
  /** Instead of the act's own title. */
  readonly children?: ReactNode
  readonly onDone?: (answer: ActAnswer) => void
}

/** Nothing where the act is not offered to the reader. */
export function QuickAct(props: Props) {
  const { tender, act, body, shown, primary = false, disabled = false, children, onDone } = props
  const t = useText()
  const [asking, setAsking] = useState(false)
  const offer = tender.offers.find((one) => one.act === act)
  const tellDone = useTellDone(offer === undefined ? '' : t(offer.title))
  const doing = useAct(tender.id, act, (answer) => {
    setAsking(false)
    tellDone(answer)
    onDone?.(answer)
  })
  const known = findKnownAct(act)
  if (offer === undefined || known === undefined) return null
  return (
    <>
      <Button
        type={primary ? 'primary' : 'default'}
        disabled={disabled || offer.notBefore !== null}
        loading={doing.isPending}
        onClick={() => (offer.signed ? setAsking(true) : doing.mutate({ body }))}
      >
        {children ?? t(offer.title)}
      </Button>
      {doing.error !== null && !asking && <ProblemNotice problem={problemOf(doing.error)} />}
      <Confirm
        open={asking}
        title={t(offer.title)}
        project={projectOf(tender)}
        body={body}
        consequence={consequenceOf(act, t)}
        pending={doing.isPending}
        onCancel={() => setAsking(false)}
        onProve={(proof) => doing.mutate({ body, proof })}
      >
        <BodyShown
          act={act}
          node={shown?.node ?? nodeOf(known.shape)}
          value={shown?.value ?? body}
          state={tender.state}
        />
        {doing.error !== null && <ProblemNotice problem={problemOf(doing.error)} />}
      </Confirm>
    </>
  )
}
