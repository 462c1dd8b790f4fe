// SPDX-License-Identifier: Apache-2.0
/** A refusal in three parts, a conflict with the person who moved, an outage as what it is. */

import { findAct } from '@gongxin/core/trading/tender'
import type { Problem } from '@gongxin/shell/http/contract'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { messages } from './messages.ts'
import { usePreferences, useText } from './preferences.tsx'
import { problemOf } from './problem.ts'
import { momentShown } from './shown.ts'
import { roleTitle } from './titles.ts'

interface Shown {
  readonly problem: Problem
  readonly onRetry?: (() => void) | undefined
}

export function ProblemNotice({ problem, onRetry }: Shown) {
  const t = useText()
  const type = problem.kind === 'unavailable' ? 'warning' : 'error'
  return (
    <div aria-live="assertive" className="problem">
      <Alert
        type={type}
        showIcon
        title={titleOf(problem, t)}
        description={<ProblemBody problem={problem} />}
        action={
          onRetry === undefined ? undefined : (
            <Button onClick={onRetry}>
              {t(problem.kind === 'conflict' ? messages.reload : messages.retry)}
            </Button>
          )
        }
      />
    </div>
  )
}

function titleOf(problem: Problem, t: ReturnType<typeof useText>): string {
  switch (problem.kind) {
    case 'conflict':
      return t(messages.conflictTitle)
    case 'malformed':
      return t(messages.malformedTitle)
    case 'unavailable':
      return t(messages.unavailableTitle)
    case 'broken':
      return t(messages.brokenTitle)
    case 'refused':
      return t(messages.cannot)
  }
}

function ProblemBody({ problem }: { readonly problem: Problem }) {
  const t = useText()
  const { language } = usePreferences()
  const { current, cites, issues } = problem
  if (current !== undefined) {
    const act = findAct(current.act)
    const facts = {
      by: t(roleTitle(current.by)),
      at: momentShown(current.at, language),
      act: act === undefined ? t(messages.details) : t(act.title),
    }
    return (
      <>
        <p>{t(messages.conflictWho, facts)}</p>
        <p>{t(messages.conflictNext)}</p>
      </>
    )
  }
  return (
    <>
      <p>{problem.detail || problem.title || t(messages.refusedFallback)}</p>
      {cites.length > 0 && <Part title={t(messages.because)}>{cites.join('；')}</Part>}
      {issues.length > 0 && (
        <ul>
          {issues.map((issue) => (
            <li key={`${issue.path} ${issue.message}`}>{issue.message}</li>
          ))}
        </ul>
      )}
      <Part title={t(messages.instead)}>{nextOf(problem, t)}</Part>
    </>
  )
}

function nextOf(problem: Problem, t: ReturnType<typeof useText>): string {
  if (problem.next !== '') return problem.next
  return problem.kind === 'broken'
    ? t(messages.brokenNext, { id: problem.requestId || '—' })
    : t(messages.unavailableNext)
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <p>
      <strong>{title}：</strong>
      {children}
    </p>
  )
}

interface Asked {
  readonly error: unknown
  readonly pending: boolean
  readonly refetch: () => unknown
  readonly children: ReactNode
}

/** The shape of what comes while it is asked for, and what went wrong where it did not come. */
export function Awaited({ error, pending, refetch, children }: Asked) {
  const t = useText()
  if (error != null) {
    return <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  }
  if (pending) {
    return (
      <div className="skeleton" aria-busy="true">
        <span className="for-readers">{t(messages.loading)}</span>
        <div />
        <div />
        <div />
      </div>
    )
  }
  return children
}
