// SPDX-License-Identifier: Apache-2.0
/** Files of a form: choose, watch, pause, resume, take away; each shown with size and digest. */

import type { FileRef } from '@gongxin/core/kernel'
import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { sizeShown, spanShown, usePreferences, useText } from '../../app/index.ts'
import { messages } from '../messages.ts'
import { type Going, startUpload, type Upload } from './upload.ts'

interface Props {
  readonly label: string
  readonly help: string
  readonly files: readonly FileRef[]
  readonly most: number
  readonly onChange: (files: readonly FileRef[]) => void
}

export function FileField({ label, help, files, most, onChange }: Props) {
  const t = useText()
  const chooser = useRef<HTMLInputElement>(null)
  const current = useRef(files)
  current.current = files
  const [going, setGoing] = useState<readonly (Going & { readonly key: number })[]>([])
  const uploads = useRef(new Map<number, Upload>())
  const take = async (list: FileList | null) => {
    for (const file of [...(list ?? [])].slice(0, most - current.current.length)) {
      const key = Date.now() + Math.random()
      const upload = await startUpload(file, {
        onGoing: (now) => setGoing((all) => [...all.filter((g) => g.key !== key), { ...now, key }]),
        onDone: (stored) => {
          setGoing((all) => all.filter((g) => g.key !== key))
          const others = current.current.filter((f) => f.digest !== stored.digest)
          current.current = [...others, stored]
          onChange(current.current)
        },
      })
      uploads.current.set(key, upload)
    }
  }
  const cancel = (key: number) => {
    uploads.current.get(key)?.cancel()
    setGoing((all) => all.filter((g) => g.key !== key))
  }
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      <p className="about">{help}</p>
      <ul className="lines">
        {files.map((file) => (
          <StoredLine
            key={file.digest}
            file={file}
            onRemove={() => onChange(files.filter((f) => f.digest !== file.digest))}
          />
        ))}
        {going.map((one) => (
          <GoingLine
            key={one.key}
            going={one}
            upload={uploads.current.get(one.key)}
            onCancel={() => cancel(one.key)}
          />
        ))}
      </ul>
      <input
        ref={chooser}
        type="file"
        multiple={most > 1}
        className="for-readers"
        tabIndex={-1}
        aria-label={label}
        onChange={(change) => {
          void take(change.target.files)
          change.target.value = ''
        }}
      />
      <Button disabled={files.length >= most} onClick={() => chooser.current?.click()}>
        {t(messages.uploadChoose)}
      </Button>
    </fieldset>
  )
}

interface StoredProps {
  readonly file: FileRef
  readonly onRemove: () => void
}

function StoredLine({ file, onRemove }: StoredProps) {
  const t = useText()
  return (
    <li className="line">
      <span>
        {file.name} <span className="badge green">✓ {t(messages.uploadDone)}</span>
      </span>
      <span className="when">{sizeShown(file.size)}</span>
      <Button size="small" onClick={onRemove}>
        {t(messages.remove)}
      </Button>
    </li>
  )
}

interface GoingProps {
  readonly going: Going
  readonly upload: Upload | undefined
  readonly onCancel: () => void
}

function GoingLine({ going, upload, onCancel }: GoingProps) {
  const t = useText()
  const { language } = usePreferences()
  const said =
    going.state === 'going'
      ? t(messages.uploadProgress, {
          percent: going.percent,
          speed: sizeShown(going.bytesPerSecond),
          left: spanShown(going.leftMs, language),
        })
      : t(going.state === 'refused' ? messages.uploadRefused : messages.uploadFailed)
  return (
    <li className="line">
      <div>
        {going.name}
        <Progress percent={going.percent} size="small" showInfo={false} />
        <span role="status" className="about">
          {going.state === 'paused' ? t(messages.uploadPause) : said}
        </span>
      </div>
      {going.state === 'going' ? (
        <Button size="small" onClick={() => upload?.pause()}>
          {t(messages.uploadPause)}
        </Button>
      ) : (
        <Button size="small" onClick={() => upload?.resume()}>
          {t(messages.uploadResume)}
        </Button>
      )}
      <Button size="small" onClick={onCancel}>
        {t(messages.remove)}
      </Button>
    </li>
  )
}
