// SPDX-License-Identifier: Apache-2.0
/** The page under the frame, in the words of the procedure of the tender it is about. */

import { findProcedure } from '@gongxin/core/procedures'
import { Outlet, useParams } from '@tanstack/react-router'
import { SpokenBy } from './preferences.tsx'
import { useTender } from './tenders.ts'

/** Pages of one tender speak the words of its procedure; the frame around them does not. */
export function SpokenHere() {
  const { tender = '' } = useParams({ strict: false })
  const id = useTender(tender, false).data?.procedure
  return (
    <SpokenBy procedure={id === undefined ? undefined : findProcedure(id)}>
      <Outlet />
    </SpokenBy>
  )
}
