// SPDX-License-Identifier: Apache-2.0
/** 市场主体注册: the credit code is checked while it is typed, by the server's own rule. */

import { routes } from '@gongxin/shell/http/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { call } from './api.ts'
import { Labelled } from './labelled.tsx'
import { messages } from './messages.ts'
import { Page } from './page.tsx'
import { usePreferences, useText } from './preferences.tsx'
import { problemOf } from './problem.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { emptyRegistration, type Registration, registrationOf, usccSaid } from './register-form.ts'

const kinds = [
  ['enterprise', messages.enterprise],
  ['agency', messages.agencyKind],
  ['institution', messages.institution],
  ['government', messages.government],
] as const

const lines = [
  ['name', messages.organisationName, 'organization'],
  ['address', messages.address, 'street-address'],
  ['bank', messages.bank, 'off'],
  ['number', messages.accountNumber, 'off'],
  ['person', messages.person, 'name'],
  ['phone', messages.phone, 'tel'],
  ['email', messages.email, 'email'],
  ['login', messages.login, 'username'],
] as const

export function Register() {
  const t = useText()
  const [form, setForm] = useState<Registration>(emptyRegistration)
  const parsed = registrationOf(form)
  const send = useMutation({
    mutationFn: async () => {
      if (!parsed.success) return null
      return call(routes.register, { body: parsed.data })
    },
  })
  const put = (key: keyof Registration, value: string) => setForm({ ...form, [key]: value })
  return (
    <main id="content" className="gate">
      <Page title={t(messages.registerTitle)}>
        <p>{t(messages.registerHelp)}</p>
        <form
          className="stack narrow"
          onSubmit={(submit) => {
            submit.preventDefault()
            send.mutate()
          }}
        >
          <CodeField value={form.uscc} onChange={(value) => put('uscc', value)} />
          <Labelled label={t(messages.kind)}>
            {(bound) => (
              <Select
                {...bound}
                value={form.kind}
                onChange={(kind) => put('kind', kind)}
                options={kinds.map(([value, label]) => ({ value, label: t(label) }))}
              />
            )}
          </Labelled>
          <Lines form={form} onPut={put} />
          <Labelled label={t(messages.password)} help={t(messages.passwordHelp)}>
            {(bound) => (
              <Input.Password
                {...bound}
                autoComplete="new-password"
                value={form.password}
                onChange={(change) => put('password', change.target.value)}
              />
            )}
          </Labelled>
          <Button
            type="primary"
            htmlType="submit"
            disabled={!parsed.success}
            loading={send.isPending}
          >
            {t(messages.register)}
          </Button>
        </form>
        {send.error !== null && <ProblemNotice problem={problemOf(send.error)} />}
        {send.data != null && (
          <Alert type="success" title={t(messages.registered, { name: send.data.name })} />
        )}
        <p>
          <Link to="/sign-in" search={{ back: '' }}>
            {t(messages.haveAccount)}
          </Link>
        </p>
      </Page>
    </main>
  )
}

interface LinesProps {
  readonly form: Registration
  readonly onPut: (key: keyof Registration, value: string) => void
}

function Lines({ form, onPut }: LinesProps) {
  const t = useText()
  return lines.map(([key, label, autoComplete]) => (
    <Labelled key={key} label={t(label)} help={key === 'login' ? t(messages.loginHelp) : undefined}>
      {(bound) => (
        <Input
          {...bound}
          autoComplete={autoComplete}
          value={form[key]}
          onChange={(change) => onPut(key, change.target.value)}
        />
      )}
    </Labelled>
  ))
}

function CodeField(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useText()
  const { language } = usePreferences()
  const { ok, sentence } = usccSaid(props.value, language)
  const fault = sentence !== '' && !ok ? sentence : undefined
  return (
    <Labelled label={t(messages.uscc)} help={ok ? `✓ ${sentence}` : ''} fault={fault}>
      {(bound) => (
        <Input
          {...bound}
          maxLength={24}
          value={props.value}
          onChange={(change) => props.onChange(change.target.value)}
        />
      )}
    </Labelled>
  )
}
