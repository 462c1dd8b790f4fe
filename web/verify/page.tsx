// SPDX-License-Identifier: Apache-2.0
/** 验标: a bundle by file or by link, sixteen questions, an answer to each. */

import { proofCodes, proofSteps, type StepLine } from '@gongxin/core/trading/proof'
import { type ChangeEvent, useEffect, useState } from 'react'
import { inWords, type Language, type Say, sayIn } from '../design/index.ts'
import { checkBundle, type Outcome } from './check.ts'
import { PaperCheck } from './paper.tsx'

type Trouble = { readonly name: 'verifyNotABundle' | 'verifyNotFetched'; readonly why: string }

export interface PageProps {
  /** By link: the tender whose bundle this server hands out. */
  readonly tender: string | null
  /** Opened from a disk: there is no server to ask or to go back to. */
  readonly offline: boolean
}

export function VerifyPage({ tender, offline }: PageProps) {
  const [language, setLanguage] = useState<Language>(startLanguage())
  const say = sayIn(language)
  const run = useRun()
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = sayIn(language)('verifyTitle')
  }, [language])
  useEffect(() => {
    if (tender !== null) void run.fromServer(tender)
  }, [tender, run.fromServer])
  return (
    <>
      <header className="bar">
        {offline ? <span /> : <a href="/">{say('verifyBack')}</a>}
        <button type="button" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <main>
        <h1>{say('verifyTitle')}</h1>
        <p>{say('verifyLead')}</p>
        <p className="quiet">
          {say('verifyLocal')}{' '}
          {offline ? null : (
            <a href="./offline.html" download="验标.html">
              {say('verifyOffline')}
            </a>
          )}
        </p>
        <Choosing
          say={say}
          onFile={run.fromFile}
          onPolicy={run.pin}
          pinned={run.pinned !== undefined}
        />
        <Result say={say} language={language} run={run} tender={offline ? null : tender} />
        <PaperCheck say={say} language={language} offline={offline} />
      </main>
    </>
  )
}

function startLanguage(): Language {
  return /(?:^|; )lang=en(?:;|$)/.test(document.cookie) ? 'en' : 'zh'
}

interface Run {
  readonly busy: 'verifyFetching' | 'verifyRunning' | null
  readonly lines: readonly StepLine[]
  readonly outcome: Outcome | null
  readonly trouble: Trouble | null
  readonly pinned: string | undefined
  readonly fromServer: (tender: string) => Promise<void>
  readonly fromFile: (file: File) => Promise<void>
  readonly pin: (file: File) => Promise<void>
}

function useRun(): Run {
  const [busy, setBusy] = useState<Run['busy']>(null)
  const [lines, setLines] = useState<readonly StepLine[]>([])
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [pinned, setPinned] = useState<string>()
  const check = async (bytes: Uint8Array) => {
    setBusy('verifyRunning')
    const onStep = (line: StepLine) => setLines((before) => [...before, line])
    const done = await checkBundle(bytes, { onStep, ...(pinned === undefined ? {} : { pinned }) })
    setOutcome(done)
    if (done === null) setTrouble({ name: 'verifyNotABundle', why: '' })
    setBusy(null)
  }
  const begin = (what: Run['busy']) => {
    setBusy(what)
    setLines([])
    setOutcome(null)
    setTrouble(null)
  }
  const [fromServer] = useState(() => async (tender: string) => {
    begin('verifyFetching')
    const response = await fetch(bundlePath(tender)).catch(() => null)
    if (response?.ok === true) return check(new Uint8Array(await response.arrayBuffer()))
    setTrouble({ name: 'verifyNotFetched', why: await whyOf(response) })
    setBusy(null)
  })
  return {
    ...{ busy, lines, outcome, trouble, pinned, fromServer },
    async fromFile(file) {
      begin('verifyRunning')
      await check(new Uint8Array(await file.arrayBuffer()))
    },
    pin: async (file) => setPinned(await file.text()),
  }
}

function bundlePath(tender: string): string {
  return `/api/tenders/${encodeURIComponent(tender)}/bundle.pvb`
}

async function whyOf(response: Response | null): Promise<string> {
  if (response === null) return '—'
  const problem: unknown = await response.json().catch(() => null)
  const told = typeof problem === 'object' && problem !== null && 'detail' in problem
  return told ? String(problem.detail) : String(response.status)
}

interface ChoosingProps {
  readonly say: Say
  readonly onFile: (file: File) => Promise<void>
  readonly onPolicy: (file: File) => Promise<void>
  readonly pinned: boolean
}

function Choosing({ say, onFile, onPolicy, pinned }: ChoosingProps) {
  const take = (then: (file: File) => Promise<void>) => (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file !== undefined) void then(file)
  }
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const [file] = event.dataTransfer?.files ?? []
      if (file !== undefined) void onFile(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [onFile])
  return (
    <section className="drop">
      <p>
        <input id="bundle" type="file" accept=".pvb,.zip" onChange={take(onFile)} />
        <label htmlFor="bundle">{say('verifyChoose')}</label>{' '}
        <span className="quiet">{say('verifyDropHere')}</span>
      </p>
      <p>
        <input id="policy" type="file" accept=".txt" onChange={take(onPolicy)} />
        <label htmlFor="policy">{say('verifyPolicy')}</label> {pinned ? '✓' : ''}
      </p>
      <p className="quiet">{say('verifyPolicyWhy')}</p>
    </section>
  )
}

interface ResultProps {
  readonly say: Say
  readonly language: Language
  readonly run: Run
  readonly tender: string | null
}

function Result({ say, language, run, tender }: ResultProps) {
  const { busy, lines, outcome, trouble } = run
  return (
    <section aria-live="polite">
      {busy !== null && <p>{say(busy)}</p>}
      {trouble !== null && (
        <p className="verdict fail">■ {say(trouble.name, { why: trouble.why })}</p>
      )}
      {outcome !== null && <Verdict say={say} outcome={outcome} />}
      {lines.length > 0 && (
        <ol className="steps">
          {lines.map((line) => (
            <Step key={line.step} line={line} say={say} language={language} />
          ))}
        </ol>
      )}
      {outcome !== null && (
        <p className="doors">
          {tender !== null && <a href={bundlePath(tender)}>{say('verifyDownload')}</a>}{' '}
          <a href={reportOf(outcome)} download={`${outcome.verdict.tender}-验标.json`}>
            {say('verifySaveReport')}
          </a>
        </p>
      )}
    </section>
  )
}

function reportOf({ lines, verdict, seconds }: Outcome): string {
  const text = JSON.stringify({ lines, ...verdict, seconds }, null, 1)
  return `data:application/json;charset=utf-8,${encodeURIComponent(text)}`
}

function Verdict({ say, outcome }: { readonly say: Say; readonly outcome: Outcome }) {
  const { verdict, seconds } = outcome
  const { tender, checkedEvents: events, withheld } = verdict
  const name = withheld.length === 0 ? 'verifyPass' : 'verifyPassWithheld'
  const passed = verdict.verdict === 'pass'
  return (
    <>
      <p className={passed ? 'verdict pass' : 'verdict fail'}>
        {passed ? `✓ ${say(name, { count: withheld.length })}` : `■ ${say('verifyFail')}`}
      </p>
      <p className="quiet">{say('verifySummary', { tender, events, seconds })}</p>
    </>
  )
}

interface StepProps {
  readonly line: StepLine
  readonly say: Say
  readonly language: Language
}

function Step({ line, say, language }: StepProps) {
  const { step, code, where = '', checked, withheld, ok } = line
  const badge = ok ? badgeOf(line) : 'verifyStepFail'
  return (
    <li>
      <span className={`badge ${toneOf(badge)}`}>{say(badge)}</span>
      <div>
        <b>
          {step} {inWords(proofSteps[step], language)}
        </b>
        <p className="quiet">
          {code === undefined ? '' : `${inWords(proofCodes[code], language)}（${code}）`}
          {code === undefined || where === '' ? '' : `${say('verifyWhere', { where })} `}
          {checked > 0 ? say('verifyChecked', { checked }) : ''}
          {checked > 0 && withheld > 0 ? '；' : ''}
          {withheld > 0 ? withheldSaid(line, say) : ''}
        </p>
      </div>
    </li>
  )
}

function withheldSaid({ step, withheld }: StepLine, say: Say): string {
  if (step === 'V1') return say('verifyNoPolicy')
  return step === 'V4' ? say('verifyNotSigned') : say('verifyWithheld', { withheld })
}

function badgeOf({ checked, withheld }: StepLine) {
  if (withheld === 0) return 'verifyStepPass'
  return checked === 0 ? 'verifyStepUnjudged' : 'verifyStepWithheld'
}

function toneOf(
  badge: 'verifyStepPass' | 'verifyStepFail' | 'verifyStepWithheld' | 'verifyStepUnjudged',
) {
  if (badge === 'verifyStepFail') return 'red'
  return badge === 'verifyStepPass' ? 'green' : 'grey'
}
