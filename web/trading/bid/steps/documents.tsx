// SPDX-License-Identifier: Apache-2.0
/** 投标文件的附件: read and hashed here, kept in this browser, sealed with the bid; never sent open. */

import type { FileRef } from '@gongxin/core/kernel'
import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { sizeShown, useText } from '../../../app/index.ts'
import { type Body, useForm } from '../../form/index.ts'
import { messages as tradingMessages } from '../../messages.ts'
import { namedFiles } from '../content.ts'
import { keepDocument } from '../local.ts'
import { messages } from '../messages.ts'
import { digestInWorker } from '../sealing.ts'

const most = 100

interface Props {
  readonly content: Body
}

export function DocumentStep({ content }: Props) {
  const t = useText()
  const chooser = useRef<HTMLInputElement>(null)
  const { files, reading, failed, put, take } = useDocuments(content)
  return (
    <fieldset className="group">
      <legend>{t(messages.files)}</legend>
      <p className="about">{t(messages.filesLocal)}</p>
      <ul className="lines">
        {files.map((file) => (
          <li key={file.digest} className="line">
            <span>
              {file.name} <span className="badge green">✓ {t(messages.fileHere)}</span>
            </span>
            <span className="when">{sizeShown(file.size)}</span>
            <Button
              size="small"
              onClick={() => put(files.filter((one) => one.digest !== file.digest))}
            >
              {t(tradingMessages.remove)}
            </Button>
          </li>
        ))}
        {reading !== undefined && (
          <li className="line">
            <span role="status">
              {t(messages.fileReading)} {reading.name}
              <Progress percent={reading.percent} size="small" showInfo={false} />
            </span>
          </li>
        )}
      </ul>
      {failed && <p className="fault">{t(messages.fileFailed)}</p>}
      <input
        ref={chooser}
        type="file"
        multiple
        className="for-readers"
        tabIndex={-1}
        aria-label={t(messages.files)}
        onChange={(chosen) => {
          void take(chosen.target.files).finally(() => {
            if (chooser.current !== null) chooser.current.value = ''
          })
        }}
      />
      <Button
        disabled={files.length >= most || reading !== undefined}
        onClick={() => chooser.current?.click()}
      >
        {t(messages.fileChoose)}
      </Button>
    </fieldset>
  )
}

/** Each document is hashed and kept before the bid names it. */
function useDocuments(content: Body) {
  const { change } = useForm()
  const [reading, setReading] = useState<{ readonly name: string; readonly percent: number }>()
  const [failed, setFailed] = useState(false)
  const files = namedFiles(content)
  const put = (next: readonly FileRef[]) =>
    change(
      ['files'],
      next.map((file) => ({ ...file })),
    )
  const take = async (list: FileList | null) => {
    let named = files
    setFailed(false)
    try {
      for (const file of [...(list ?? [])].slice(0, most - named.length)) {
        const { name, size } = file
        setReading({ name, percent: 0 })
        const digest = await digestInWorker(file, {
          onProgress: (done) => setReading({ name, percent: Math.floor((done / size) * 100) }),
        })
        await keepDocument(digest, file)
        named = [...named.filter((one) => one.digest !== digest), refOf(file, digest)]
        put(named)
      }
    } catch {
      setFailed(true)
    }
    setReading(undefined)
  }
  return { files, reading, failed, put, take }
}

function refOf(file: File, digest: string): FileRef {
  const mediaType = file.type === '' ? 'application/octet-stream' : file.type.slice(0, 100)
  return { name: file.name.slice(0, 200), digest, size: file.size, mediaType }
}
