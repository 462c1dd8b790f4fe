// SPDX-License-Identifier: Apache-2.0
/** One's own account: standing, and the passkeys that may sign in for it. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { messages } from './messages.ts'
import { Page } from './page.tsx'
import { registerPasskey } from './passkey.ts'
import { useText } from './preferences.tsx'
import { problemOf } from './problem.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { sessionKey, useSession } from './session.ts'
import { roleTitle } from './titles.ts'

export function Account() {
  const t = useText()
  const session = useSession().data
  const queries = useQueryClient()
  const add = useMutation({
    mutationFn: registerPasskey,
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionKey }),
  })
  if (session == null) return null
  return (
    <Page title={t(messages.account)}>
      <p>
        {session.name} · {session.organisationName} ·{' '}
        {t(messages.signedInAs, { role: t(roleTitle(session.role)) })}
      </p>
      <h2>{t(messages.passkeys)}</h2>
      <p>{t(messages.passkeysHave, { count: session.passkeys })}</p>
      <Button loading={add.isPending} onClick={() => add.mutate()}>
        {t(messages.addPasskey)}
      </Button>
      <p aria-live="polite">
        {add.data === true && t(messages.passkeyAdded)}
        {add.data === false && t(messages.passkeyFailed)}
      </p>
      {add.error !== null && <ProblemNotice problem={problemOf(add.error)} />}
    </Page>
  )
}
