// SPDX-License-Identifier: Apache-2.0
/** The frame of every signed-in page: who one is, where one may go, and what time it is. */

import type { Role } from '@gongxin/core/kernel'
import { routes, type SessionView } from '@gongxin/shell/http/contract'
import { useMutation } from '@tanstack/react-query'
import { Link, Navigate, useLocation, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { Suspense } from 'react'
import { call } from './api.ts'
import { ClockDisplay } from './clock-display.tsx'
import { ConnectionBar } from './connection-bar.tsx'
import { messages } from './messages.ts'
import { usePreferences, useText } from './preferences.tsx'
import { Awaited } from './problem-notice.tsx'
import { useFreshStart, useSession } from './session.ts'
import { SpokenHere } from './spoken-here.tsx'
import { roleTitle } from './titles.ts'

export function Frame() {
  const session = useSession()
  const { href } = useLocation()
  const { data, error, isPending, refetch } = session
  if (data === null) return <Navigate to="/sign-in" search={{ back: href }} />
  return (
    <Awaited error={error} pending={isPending} refetch={refetch}>
      {data !== undefined && <Framed session={data} />}
    </Awaited>
  )
}

function Framed({ session }: { readonly session: SessionView }) {
  const t = useText()
  return (
    <>
      <a className="skip" href="#content">
        {t(messages.skip)}
      </a>
      <header className="head">
        <div className="head-row">
          <strong className="brand">{t(messages.product)}</strong>
          {session.persona !== null && <span className="demo-mark">{t(messages.demo)}</span>}
          <ClockDisplay />
          <Person session={session} />
        </div>
        <Menu role={session.role} />
      </header>
      <ConnectionBar />
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<p>{t(messages.loading)}</p>}>
          <SpokenHere />
        </Suspense>
      </main>
    </>
  )
}

function Menu({ role }: { readonly role: Role }) {
  const t = useText()
  const watches = role === 'authority' || role === 'audit'
  const active = { activeProps: { 'aria-current': 'page' as const } }
  return (
    <nav className="menu" aria-label={t(messages.mainMenu)}>
      <Link to="/" activeOptions={{ exact: true }} {...active}>
        {t(messages.tasks)}
      </Link>
      <Link to="/projects" {...active}>
        {t(messages.projects)}
      </Link>
      <Link to="/inbox" {...active}>
        {t(messages.inbox)}
      </Link>
      {watches && (
        <Link to="/supervision" {...active}>
          {t(messages.supervision)}
        </Link>
      )}
      <Link to="/account" {...active}>
        {t(messages.account)}
      </Link>
      <a href="/">{t(messages.portal)}</a>
    </nav>
  )
}

function Person({ session }: { readonly session: SessionView }) {
  const t = useText()
  const navigate = useNavigate()
  const fresh = useFreshStart()
  const leave = useMutation({
    mutationFn: () => call(routes.signOut),
    onSettled: async () => {
      await fresh()
      await navigate({ to: '/sign-in', search: { back: '' } })
    },
  })
  return (
    <div className="person">
      <span>
        {session.name}
        <small>{session.organisationName}</small>
      </span>
      <RoleSwitch session={session} />
      <ReadingChoices />
      <Button size="small" onClick={() => leave.mutate()}>
        {t(messages.signOut)}
      </Button>
    </div>
  )
}

function RoleSwitch({ session }: { readonly session: SessionView }) {
  const t = useText()
  const fresh = useFreshStart()
  const change = useMutation({
    mutationFn: (index: number) => {
      const { organisation, role } = session.memberships[index] ?? session
      return call(routes.switchRole, { body: { organisation, role } })
    },
    onSuccess: fresh,
  })
  if (session.memberships.length < 2) return <span>{t(roleTitle(session.role))}</span>
  const current = session.memberships.findIndex(
    (m) => m.organisation === session.organisation && m.role === session.role,
  )
  return (
    <Select
      aria-label={t(messages.switchRole)}
      size="small"
      value={current}
      loading={change.isPending}
      popupMatchSelectWidth={false}
      onChange={(index) => change.mutate(index)}
      options={session.memberships.map((m, index) => ({
        value: index,
        label: `${t(roleTitle(m.role))} · ${m.organisationName}`,
      }))}
    />
  )
}

export function ReadingChoices() {
  const t = useText()
  const { language, large, chooseLanguage, chooseLarge } = usePreferences()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <>
      <Button size="small" type="text" onClick={() => chooseLanguage(other)} lang={other}>
        {t(messages.language)}
      </Button>
      <Button size="small" type="text" aria-pressed={large} onClick={() => chooseLarge(!large)}>
        {t(large ? messages.normalType : messages.largeType)}
      </Button>
    </>
  )
}
