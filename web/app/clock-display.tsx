// SPDX-License-Identifier: Apache-2.0
/** The server's clock in the head, the difference to one's own, and the demo's hand on it. */

import { isInstant } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { call } from './api.ts'
import { useMeasuredClock, useNow } from './clock.ts'
import { Labelled } from './labelled.tsx'
import { messages } from './messages.ts'
import { usePreferences, useText } from './preferences.tsx'
import { problemOf } from './problem.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { instantOfInput, momentShown } from './shown.ts'

export function ClockDisplay() {
  const t = useText()
  const { language } = usePreferences()
  const now = useNow()
  const measured = useMeasuredClock().data
  const skew = measured === undefined ? 0 : Math.round(measured.skewMs / 1000)
  return (
    <div className="clock">
      <span className="for-readers">{t(messages.serverClock)}</span>
      <time dateTime={now} title={t(messages.serverClock)}>
        {momentShown(now, language)}
        <small>:{now.slice(17, 19)}</small>
      </time>
      {Math.abs(skew) > 2 && (
        <span className="note" role="status">
          {t(messages.clockSkew, {
            seconds: Math.abs(skew),
            way: t(skew > 0 ? messages.slow : messages.fast),
          })}
        </span>
      )}
      {measured?.demo === true && (
        <Popover trigger="click" content={<DemoClock />} title={t(messages.demoClock)}>
          <Button size="small">{t(messages.demoClock)}</Button>
        </Popover>
      )}
    </div>
  )
}

/** Moving the clock lets the system do what has fallen due, so everything is asked for again. */
export function useMoveClock() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { to?: string; byMinutes?: number }) => call(routes.moveClock, { body }),
    onSuccess: () => queries.invalidateQueries(),
  })
}

function DemoClock() {
  const t = useText()
  const { language } = usePreferences()
  const move = useMoveClock()
  const [to, setTo] = useState('')
  const instant = instantOfInput(to)
  const by = (byMinutes: number) => () => move.mutate({ byMinutes })
  return (
    <div className="stack narrow">
      <p>{t(messages.demoClockHelp)}</p>
      <div className="row">
        <Button onClick={by(60)}>{t(messages.plusHour)}</Button>
        <Button onClick={by(1440)}>{t(messages.plusDay)}</Button>
        <Button onClick={by(10_080)}>{t(messages.plusWeek)}</Button>
      </div>
      <Labelled label={t(messages.toMoment)}>
        {(bound) => (
          <Input
            {...bound}
            type="datetime-local"
            value={to}
            onChange={(change) => setTo(change.target.value)}
          />
        )}
      </Labelled>
      <Button
        disabled={!isInstant(instant)}
        loading={move.isPending}
        onClick={() => move.mutate({ to: instant })}
      >
        {t(messages.moveTo)}
      </Button>
      <div aria-live="polite">
        {move.data !== undefined &&
          t(messages.clockMoved, { now: momentShown(move.data.now, language) })}
      </div>
      {move.error !== null && <ProblemNotice problem={problemOf(move.error)} />}
    </div>
  )
}
