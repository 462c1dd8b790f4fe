// SPDX-License-Identifier: Apache-2.0
/** An address that leads nowhere says so, and where to go on. */

import { Link } from '@tanstack/react-router'
import { messages } from './messages.ts'
import { Page } from './page.tsx'
import { useText } from './preferences.tsx'

export function NotFound() {
  const t = useText()
  return (
    <Page title={t(messages.notFound)}>
      <Link to="/">{t(messages.tasks)}</Link>
    </Page>
  )
}
