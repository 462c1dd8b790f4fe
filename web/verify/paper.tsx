// SPDX-License-Identifier: Apache-2.0
/** 验文书: a printed paper and its signature, checked on this machine against the authorities of one's choice. */

import { type PaperAnswer, paperCodes } from '@gongxin/core/trading/proof'
import { useState } from 'react'
import { inWords, type Language, type Say, whenShown } from '../design/index.ts'
import { checkPaper, type PaperFiles } from './check-paper.ts'

interface Props {
  readonly say: Say
  readonly language: Language
  /** Opened from a disk: there is no server whose list could be asked for. */
  readonly offline: boolean
}

type Kind = keyof PaperFiles
const kinds = [
  { kind: 'paper', accept: '.pdf', name: 'verifyPaperFile' },
  { kind: 'signature', accept: '.p7s', name: 'verifyPaperSignature' },
  { kind: 'list', accept: '.json', name: 'verifyPaperList' },
] as const satisfies readonly {
  readonly kind: Kind
  readonly accept: string
  readonly name: string
}[]

export function PaperCheck({ say, language, offline }: Props) {
  const [files, setFiles] = useState<Partial<Record<Kind, File>>>({})
  const [answer, setAnswer] = useState<PaperAnswer | 'no-list' | null>(null)
  const { paper, signature, list } = files
  const ready = paper !== undefined && signature !== undefined && (list !== undefined || !offline)
  const check = async () => {
    if (paper === undefined || signature === undefined) return
    const text = list === undefined ? await listOfServer() : await list.text()
    const [of, beside] = await Promise.all([paper, signature].map(bytesOf))
    if (of === undefined || beside === undefined) return
    const now = new Date().toISOString()
    setAnswer(checkPaper({ paper: of, signature: beside, list: text }, now) ?? 'no-list')
  }
  return (
    <section className="drop">
      <h2>{say('verifyPaperTitle')}</h2>
      <p className="quiet">{say('verifyPaperLead')}</p>
      {kinds.map(({ kind, accept, name }) => (
        <p key={kind}>
          <input
            id={`paper-${kind}`}
            type="file"
            accept={accept}
            onChange={({ target }) => {
              setFiles((before) => ({ ...before, [kind]: target.files?.[0] }))
              setAnswer(null)
            }}
          />
          <label htmlFor={`paper-${kind}`}>{say(name)}</label>{' '}
          <span className="quiet">{files[kind]?.name}</span>
        </p>
      ))}
      <p>
        <button type="button" disabled={!ready} onClick={() => void check()}>
          {say('verifyPaperCheck')}
        </button>
      </p>
      <div aria-live="polite">
        {answer !== null && <Answer answer={answer} say={say} language={language} />}
      </div>
    </section>
  )
}

interface AnswerProps {
  readonly answer: PaperAnswer | 'no-list'
  readonly say: Say
  readonly language: Language
}

function Answer({ answer, say, language }: AnswerProps) {
  if (answer === 'no-list') return <p className="verdict fail">■ {say('verifyPaperNoList')}</p>
  if (answer.verdict === 'fail') {
    const said = inWords(paperCodes[answer.fault], language)
    return (
      <p className="verdict fail">
        ■ {said}（{answer.fault}）
      </p>
    )
  }
  const { signer, code, signedAt, stampedAt } = answer
  const time = whenShown(stampedAt ?? signedAt, language)
  return (
    <>
      <p className="verdict pass">✓ {say('verifyPaperPass', { signer, code })}</p>
      <p className="quiet">
        {say(stampedAt === null ? 'verifyPaperUnstamped' : 'verifyPaperStamped', { time })}
      </p>
    </>
  )
}

/** Whose certificates this server counts; nothing where it says none. */
async function listOfServer(): Promise<string> {
  const response = await fetch('/api/certificates').catch(() => null)
  const body: unknown = response?.ok === true ? await response.json() : null
  const told = typeof body === 'object' && body !== null && 'list' in body
  return told && typeof body.list === 'string' ? body.list : ''
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}
