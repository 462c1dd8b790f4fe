// SPDX-License-Identifier: Apache-2.0
/** The way in: demo personas as cards, password, passkey; back to where one came from. */

import { type PersonaView, routes } from '@gongxin/shell/http/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from './api.ts'
import { ReadingChoices } from './frame.tsx'
import { Labelled, Page } from './index.ts'
import { messages } from './messages.ts'
import { signInByPasskey } from './passkey.ts'
import { useText } from './preferences.tsx'
import { problemOf } from './problem.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { useFreshStart } from './session.ts'
import { roleTitle } from './titles.ts'

export function SignIn() {
  const t = useText()
  const { back } = useSearch({ strict: false })
  const enter = useEntering(back)
  return (
    <main id="content" className="gate">
      <div className="row end">
        <ReadingChoices />
      </div>
      <Page title={t(messages.signInTitle)}>
        {back !== undefined && back.length > 1 && <p className="note">{t(messages.sessionOver)}</p>}
        <Personas onEntered={enter} />
        <PasswordForm onEntered={enter} />
        <p>
          <Link to="/register">{t(messages.noAccount)}</Link>
        </p>
      </Page>
    </main>
  )
}

function useEntering(back: string | undefined): () => Promise<void> {
  const { history } = useRouter()
  const fresh = useFreshStart()
  return async () => {
    await fresh()
    // Only a path of our own: an address from outside must not lead anybody away.
    const own = back?.startsWith('/') === true && !back.startsWith('//') ? back : '/'
    history.push(`/app${own}`)
  }
}

interface Entering {
  readonly onEntered: () => Promise<void>
}

function Personas({ onEntered }: Entering) {
  const t = useText()
  const personas = useQuery({
    queryKey: ['personas'],
    queryFn: ({ signal }) => call(routes.personas, { signal }),
    retry: false,
  })
  const enter = useMutation({
    mutationFn: (persona: string) => call(routes.demoSession, { body: { persona } }),
    onSuccess: onEntered,
  })
  const experts = useQuery({
    queryKey: ['drawn-experts'],
    queryFn: ({ signal }) => call(routes.drawnExperts, { signal }),
    retry: false,
    staleTime: 0,
  })
  if (personas.data === undefined) return null
  return (
    <section aria-labelledby="personas">
      <p className="demo-banner">{t(messages.demoLong)}</p>
      <h2 id="personas">{t(messages.personas)}</h2>
      <p>{t(messages.personasHelp)}</p>
      <Cards personas={personas.data} onChosen={enter.mutate} />
      {(experts.data ?? []).length > 0 && (
        <>
          <h2>{t(messages.drawnExperts)}</h2>
          <p>{t(messages.drawnExpertsHelp)}</p>
          <Cards personas={experts.data ?? []} onChosen={enter.mutate} />
        </>
      )}
      {enter.error !== null && <ProblemNotice problem={problemOf(enter.error)} />}
    </section>
  )
}

interface CardsProps {
  readonly personas: readonly PersonaView[]
  readonly onChosen: (persona: string) => void
}

function Cards({ personas, onChosen }: CardsProps) {
  const t = useText()
  return (
    <ul className="cards">
      {personas.map((one) => (
        <li key={one.persona}>
          <button type="button" onClick={() => onChosen(one.persona)}>
            <strong>{t(roleTitle(one.role))}</strong>
            <span>{one.name}</span>
            <small>{one.organisationName}</small>
            <em>{t(messages.demo)}</em>
          </button>
        </li>
      ))}
    </ul>
  )
}

function PasswordForm({ onEntered }: Entering) {
  const t = useText()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation({
    mutationFn: () => call(routes.signIn, { body: { login, password } }),
    onSuccess: onEntered,
  })
  const passkey = useMutation({
    mutationFn: () => signInByPasskey(login),
    onSuccess: async (entered) => {
      if (entered) await onEntered()
    },
  })
  return (
    <section aria-labelledby="by-password">
      <h2 id="by-password">{t(messages.orPassword)}</h2>
      <form
        className="stack narrow"
        onSubmit={(submit) => {
          submit.preventDefault()
          enter.mutate()
        }}
      >
        <Labelled label={t(messages.login)}>
          {(bound) => (
            <Input
              {...bound}
              autoComplete="username webauthn"
              value={login}
              onChange={(change) => setLogin(change.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t(messages.password)}>
          {(bound) => (
            <Input.Password
              {...bound}
              autoComplete="current-password"
              value={password}
              onChange={(change) => setPassword(change.target.value)}
            />
          )}
        </Labelled>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            {t(messages.signIn)}
          </Button>
          <Button loading={passkey.isPending} onClick={() => passkey.mutate()}>
            {t(messages.passkey)}
          </Button>
        </div>
        {enter.error !== null && <ProblemNotice problem={problemOf(enter.error)} />}
        {passkey.data === false && <p role="alert">{t(messages.passkeyFailed)}</p>}
        {passkey.error !== null && <ProblemNotice problem={problemOf(passkey.error)} />}
      </form>
    </section>
  )
}
