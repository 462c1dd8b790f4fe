// SPDX-License-Identifier: Apache-2.0
/** The printed page as it will be: drawn anew from the clauses while they are typed. */

import type { Schedule, TenderTerms } from '@gongxin/core/trading/tender'
import {
  factorsOf,
  pricePointsOf,
  schedule as scheduleShape,
  type TenderState,
  tenderTerms,
} from '@gongxin/core/trading/tender'
import { momentShown, moneyShown, roleTitle, usePreferences, useText } from '../../app/index.ts'
import { choiceWords } from '../fields.ts'
import { at, isList, type Value } from '../form/index.ts'
import { messages } from './messages.ts'

interface Props {
  readonly act: string
  readonly state: TenderState
  readonly body: Value
}

/** The last whole terms are shown on; a half-typed amount must not make the page jump. */
export function Preview({ act, state, body }: Props) {
  const t = useText()
  const terms = tenderTerms.safeParse(at(body, ['terms']))
  const times = scheduleShape.safeParse(at(body, ['schedule']))
  const name = state.project?.name ?? ''
  const clarifies = act === 'clarify'
  return (
    <article className="sheet scroll" aria-label={t(messages.preview)}>
      <p className="demo-banner">{t(messages.draftMark)}</p>
      <h2>{t(clarifies ? messages.clarifyTitle : messages.noticeTitle, { name })}</h2>
      {clarifies && <Answers body={body} />}
      {terms.success && (
        <Terms
          terms={terms.data}
          times={times.success ? times.data : (state.notice?.schedule ?? null)}
          state={state}
        />
      )}
    </article>
  )
}

function Answers({ body }: { readonly body: Value }) {
  const t = useText()
  const answers = at(body, ['answers'])
  const affects = at(body, ['affectsBids']) === true
  return (
    <>
      {(isList(answers) ? answers : []).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: questions have no name but their place.
        <div key={index}>
          <p>
            <strong>
              {t(messages.ask)} {index + 1}
            </strong>{' '}
            {String(at(one, ['question']) ?? '')}
          </p>
          <p className="pre">
            <strong>{t(messages.reply)}</strong> {String(at(one, ['answer']) ?? '')}
          </p>
        </div>
      ))}
      <p>{t(affects ? messages.affects : messages.notAffects)}</p>
    </>
  )
}

interface TermsProps {
  readonly terms: TenderTerms
  readonly times: Schedule | null
  readonly state: TenderState
}

function Terms({ terms, times, state }: TermsProps) {
  const t = useText()
  const { language } = usePreferences()
  const { project } = state
  const when = (moment: string | undefined) => momentShown(moment ?? null, language)
  return (
    <>
      <h3>{t(messages.conditions)}</h3>
      <p>
        {t(messages.conditionsText, {
          by: project?.approval.by ?? '',
          document: project?.approval.document ?? '',
          owner: project?.owner.name ?? '',
          funds: terms.fundsSource,
        })}
      </p>
      <h3>{t(messages.scopeTitle)}</h3>
      <p className="pre">
        {terms.scope}
        {'\n'}
        {terms.place} · {terms.quality} · {terms.durationDays}
        {language === 'zh' ? '日历天' : ' days'}
      </p>
      <h3>{t(messages.qualificationTitle)}</h3>
      <ol>
        {terms.qualifications.map((q) => (
          <li key={q.id}>
            {q.title}：{q.text}
          </li>
        ))}
        {terms.starred.map((s) => (
          <li key={s.id}>★ {s.text}</li>
        ))}
      </ol>
      <h3>{t(messages.documentsTitle)}</h3>
      <p>
        {t(messages.documentsText, {
          from: when(times?.documentFrom),
          until: when(times?.documentUntil),
        })}
      </p>
      <h3>{t(messages.bidsTitle)}</h3>
      <p>{t(messages.bidsText, { deadline: when(times?.deadline) })}</p>
      <Sums terms={terms} />
      <MethodText terms={terms} />
      <Contacts terms={terms} />
    </>
  )
}

function Sums({ terms }: { readonly terms: TenderTerms }) {
  const t = useText()
  const { language } = usePreferences()
  const { ceilingFen, deposit, performanceDepositRate } = terms
  return (
    <>
      <h3>{t(messages.moneyTitle)}</h3>
      <ul>
        <li>{t(messages.ceilingText, { sum: moneyShown(ceilingFen, language) })}</li>
        {deposit !== null && (
          <li>
            {t(messages.depositText, {
              sum: moneyShown(deposit.amountFen, language),
              how: deposit.instructions,
            })}
          </li>
        )}
        <li>{t(messages.performanceText, { rate: performanceDepositRate / 100 })}</li>
      </ul>
    </>
  )
}

function MethodText({ terms }: { readonly terms: TenderTerms }) {
  const t = useText()
  const { method, candidates, tieRule } = terms
  const full = pricePointsOf(method)
  return (
    <>
      <h3>{t(messages.methodTitle)}</h3>
      <p>{t(choiceWords('publish-notice', 'terms.method.kind', method.kind))}</p>
      {full !== null && (
        <ul>
          {factorsOf(method).map((f) => (
            <li key={f.id}>{t(messages.factorText, said(f))}</li>
          ))}
          <li>
            {t(messages.priceText, { full })}
            {method.kind === 'composite' &&
              `：${t(choiceWords('publish-notice', 'benchmark.kind', method.benchmark.kind))}`}
          </li>
        </ul>
      )}
      <p>{t(messages.candidatesText, { count: candidates, tie: tieRule })}</p>
    </>
  )
}

function said({ title, full, standard }: { title: string; full: string; standard: string }) {
  return { title, full, standard }
}

function Contacts({ terms }: { readonly terms: TenderTerms }) {
  const t = useText()
  const { owner, agency, objections } = terms
  return (
    <>
      <h3>{t(messages.contactTitle)}</h3>
      <p>{t(messages.contactText, { role: t(roleTitle('tenderOwner')), ...owner })}</p>
      {agency !== null && (
        <p>{t(messages.contactText, { role: t(roleTitle('agency')), ...agency })}</p>
      )}
      <p>{t(messages.contactText, { role: t(messages.objectionRole), ...objections })}</p>
    </>
  )
}
