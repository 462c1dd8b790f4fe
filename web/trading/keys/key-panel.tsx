// SPDX-License-Identifier: Apache-2.0
/** 密钥: made on this machine, backed up before it is used, brought in from a backup. */

import { Button } from 'antd'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useText } from '../../app/index.ts'
import {
  isBackedUp,
  type KeyFile,
  type KeyPlace,
  keepKeys,
  keptText,
  makeKeys,
  noteBackup,
  readKeys,
} from './key-file.ts'
import { messages } from './messages.ts'

export interface OwnKeys {
  readonly file: KeyFile | null
  readonly saved: boolean
  make(): void
  save(): void
  /** False where the text is no backup of these keys. */
  bring(text: string): boolean
}

export function useKeys(place: KeyPlace): OwnKeys {
  const [, setTurn] = useState(0)
  const again = () => setTurn((turn) => turn + 1)
  const { kind, tender, party } = place
  const text = keptText(localStorage, place)
  // One object as long as the keys are the same, for what is computed from them takes a while.
  const file = useMemo(() => readKeys(text, { kind, tender, party }), [text, kind, tender, party])
  return {
    file,
    saved: file !== null && isBackedUp(localStorage, place),
    make() {
      makeKeys(localStorage, place)
      again()
    },
    save() {
      if (file === null) return
      download(file)
      noteBackup(localStorage, place)
      again()
    },
    bring(text) {
      const read = readKeys(text, place)
      if (read === null) return false
      keepKeys(localStorage, read)
      noteBackup(localStorage, place)
      again()
      return true
    },
  }
}

function download(file: KeyFile): void {
  const link = document.createElement('a')
  const blob = new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' })
  link.href = URL.createObjectURL(blob)
  link.download = `${file.tender}-${file.kind}-key.json`
  link.click()
  // The browser has taken its copy by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

interface Props {
  readonly keys: OwnKeys
  readonly why: ReactNode
  readonly keep: ReactNode
  /** Where a new key would be of no use, only a backup can be brought in. */
  readonly mayMake?: boolean
}

export function KeyPanel({ keys, why, keep, mayMake = true }: Props) {
  const t = useText()
  const { file, saved } = keys
  return (
    <div className="stack">
      <p>{why}</p>
      {file === null ? (
        <p>
          <span className="badge amber">▲ {t(messages.missing)}</span>
        </p>
      ) : (
        <p>
          <span className="badge green">✓ {t(messages.here)}</span>{' '}
          <span className={saved ? 'badge green' : 'badge amber'}>
            {saved ? `✓ ${t(messages.saved)}` : `▲ ${t(messages.save)}`}
          </span>
        </p>
      )}
      <p className="note">{keep}</p>
      <div className="row">
        {file === null && mayMake && <Button onClick={keys.make}>{t(messages.make)}</Button>}
        {file !== null && <Button onClick={keys.save}>{t(messages.save)}</Button>}
        {!(file !== null && saved) && <Import keys={keys} />}
      </div>
    </div>
  )
}

function Import({ keys }: { readonly keys: OwnKeys }) {
  const t = useText()
  const chooser = useRef<HTMLInputElement>(null)
  const [failed, setFailed] = useState(false)
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept="application/json"
        className="for-readers"
        tabIndex={-1}
        aria-label={t(messages.import)}
        onChange={async ({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) setFailed(!keys.bring(await file.text()))
          target.value = ''
        }}
      />
      <Button onClick={() => chooser.current?.click()}>{t(messages.import)}</Button>
      {failed && <span className="fault">{t(messages.importFailed)}</span>}
    </>
  )
}
