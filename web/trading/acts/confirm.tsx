// SPDX-License-Identifier: Apache-2.0
/** 签署确认: what is signed, its digest, and the sentence that says what this signature is not. */

import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import {
  messages as appMessages,
  Labelled,
  passkeyResponse,
  useSession,
  useText,
} from '../../app/index.ts'
import { messages } from '../messages.ts'
import { digestOf } from './digest.ts'
import type { Proof } from './use-act.ts'

interface Props {
  readonly open: boolean
  readonly title: string
  readonly project: string
  readonly body: unknown
  /** Consequence in one sentence; then the name of the project must be typed. */
  readonly consequence?: string | undefined
  readonly pending: boolean
  readonly children: ReactNode
  readonly onProve: (proof: Proof) => void
  readonly onCancel: () => void
}

export function Confirm(props: Props) {
  const t = useText()
  const { open, title, project, body, consequence, children, onCancel } = props
  const [typed, setTyped] = useState('')
  const ready = consequence === undefined || typed.trim() === project
  return (
    <Modal
      open={open}
      onCancel={onCancel}
      footer={null}
      width={720}
      destroyOnHidden
      title={`${t(messages.confirmTitle)}：${title}`}
    >
      <p>
        <strong>{project}</strong>
      </p>
      <h3>{t(messages.confirmWhat)}</h3>
      <div className="scroll">{children}</div>
      <h3>{t(messages.confirmDigest)}</h3>
      <p className="digest">{open ? digestOf(body) : ''}</p>
      <p className="demo-banner">{t(messages.confirmDemo)}</p>
      {consequence !== undefined && (
        <>
          <p className="fault">{consequence}</p>
          <Labelled label={t(messages.typeName, { name: project })}>
            {(bound) => (
              <Input
                {...bound}
                value={typed}
                onChange={(change) => setTyped(change.target.value)}
              />
            )}
          </Labelled>
        </>
      )}
      <Proofs ready={ready} pending={props.pending} onProve={props.onProve} />
    </Modal>
  )
}

interface ProofProps {
  readonly ready: boolean
  readonly pending: boolean
  readonly onProve: (proof: Proof) => void
}

/** A persona proves by one click; everybody else by password or passkey. */
function Proofs({ ready, pending, onProve }: ProofProps) {
  const t = useText()
  const session = useSession().data
  const [password, setPassword] = useState('')
  const [failed, setFailed] = useState(false)
  if (session == null) return null
  if (session.persona !== null) {
    return (
      <Button
        type="primary"
        autoFocus
        disabled={!ready}
        loading={pending}
        onClick={() => onProve({ demo: true })}
      >
        {t(messages.confirmByDemo)}
      </Button>
    )
  }
  const byPasskey = async () => {
    const passkey = await passkeyResponse('')
    setFailed(passkey === null)
    if (passkey !== null) onProve({ passkey })
  }
  return (
    <form
      className="stack"
      onSubmit={(submit) => {
        submit.preventDefault()
        if (ready) onProve({ password })
      }}
    >
      <Labelled label={t(appMessages.password)}>
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
        <Button
          type="primary"
          htmlType="submit"
          disabled={!ready || password === ''}
          loading={pending}
        >
          {t(messages.confirmByPassword)}
        </Button>
        {session.passkeys > 0 && (
          <Button disabled={!ready} onClick={() => void byPasskey()}>
            {t(messages.confirmByPasskey)}
          </Button>
        )}
      </div>
      {failed && <p role="alert">{t(appMessages.passkeyFailed)}</p>}
    </form>
  )
}
