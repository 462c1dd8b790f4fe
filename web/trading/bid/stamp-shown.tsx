// SPDX-License-Identifier: Apache-2.0
/** 时间戳 on the receipt: what an authority outside the platform says, checked on this machine. */

import { findAccredited, stampedMoment } from '@gongxin/core/trading/bid'
import { routes } from '@gongxin/shell/http/contract'
import { useQuery } from '@tanstack/react-query'
import { call, momentShown, usePreferences, useText } from '../../app/index.ts'
import { messages } from './messages.ts'

export interface StampSent {
  readonly entry: string
  readonly token: string | null
}

export function StampShown({ stamp }: { readonly stamp: StampSent }) {
  const t = useText()
  const { language } = usePreferences()
  const { data } = useQuery({
    queryKey: ['accredited'],
    queryFn: ({ signal }) => call(routes.accredited, { signal }),
  })
  const { entry, token } = stamp
  const list = data?.list ?? null
  const accredited = list === null ? undefined : findAccredited(list)
  const told =
    token === null || accredited === undefined ? null : stampedMoment({ entry, token }, accredited)
  return (
    <>
      <dt>{t(messages.stamp)}</dt>
      <dd>
        {token === null && t(messages.stampSilent)}
        {token !== null && told === null && data !== undefined && (
          <span className="fault">{t(messages.stampFalse)}</span>
        )}
        {told !== null && (
          <>
            {momentShown(told, language)} <small>{told}</small> ✓ {t(messages.partProven)}
          </>
        )}
      </dd>
    </>
  )
}
