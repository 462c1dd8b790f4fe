// SPDX-License-Identifier: Apache-2.0
/** 待办 is home: what, for which project, by when and why; one click to the act. */

import { routes } from '@gongxin/shell/http/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from './api.ts'
import { useNow } from './clock.ts'
import { messages } from './messages.ts'
import { Page } from './page.tsx'
import { usePreferences, useText } from './preferences.tsx'
import { Awaited } from './problem-notice.tsx'
import { momentShown } from './shown.ts'
import { groupTasks, type Task } from './tasks.ts'
import { useTenders } from './tenders.ts'
import { phaseTitle } from './titles.ts'

export function Home() {
  const t = useText()
  const now = useNow()
  const tasks = useQuery({
    queryKey: ['tasks'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => call(routes.tasks, { signal }),
  })
  const items = tasks.data?.items ?? []
  const { today, week, later } = groupTasks(items, now)
  return (
    <Page title={t(messages.tasks)}>
      <Awaited error={tasks.error} pending={tasks.isPending} refetch={tasks.refetch}>
        {today.length === 0 && <Nothing next={week[0] ?? later[0]} />}
        <Group title={t(messages.dueToday)} tasks={today} />
        <Group title={t(messages.dueWeek)} tasks={week} />
        <Group title={t(messages.dueLater)} tasks={later} />
        <Waiting own={new Set(items.map((task) => task.tender))} />
      </Awaited>
    </Page>
  )
}

function Nothing({ next }: { readonly next: Task | undefined }) {
  const t = useText()
  const { language } = usePreferences()
  return (
    <div className="empty">
      <p className="large-line">{t(messages.noTasks)}</p>
      <p>
        {next === undefined
          ? t(messages.noTasksNone)
          : t(messages.noTasksNext, {
              what: `${t(next.title)}（${next.tenderTitle}）`,
              when: next.due === null ? t(messages.noDate) : momentShown(next.due, language),
            })}
      </p>
      <Link to="/projects" className="go">
        {t(messages.findProjects)}
      </Link>
    </div>
  )
}

function Group({ title, tasks }: { readonly title: string; readonly tasks: readonly Task[] }) {
  if (tasks.length === 0) return null
  return (
    <section>
      <h2>
        {title} <small>{tasks.length}</small>
      </h2>
      <ul className="lines">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </section>
  )
}

function TaskLine({ task }: { readonly task: Task }) {
  const t = useText()
  const { language } = usePreferences()
  const { tender, act, due, why } = task
  const when =
    due === null ? t(messages.noDate) : t(messages.byWhen, { when: momentShown(due, language) })
  return (
    <li className={task.overdue ? 'line overdue' : 'line'}>
      <div>
        <Link to="/tenders/$tender/acts/$act" params={{ tender, act }}>
          <strong>{t(task.title)}</strong>
        </Link>
        <Link to="/tenders/$tender" params={{ tender }} className="quiet">
          {task.tenderTitle}
        </Link>
        {why !== '' && <p className="why">{why}</p>}
      </div>
      <div className="when">
        {task.overdue && <span className="badge red">■ {t(messages.overdue)}</span>}
        {when}
      </div>
      <Link to="/tenders/$tender/acts/$act" params={{ tender, act }} className="go">
        {t(messages.goDo)}
      </Link>
    </li>
  )
}

/** Own projects that move on without us for now. */
function Waiting({ own }: { readonly own: ReadonlySet<string> }) {
  const t = useText()
  const mine = useTenders({ mine: '1', limit: 50 })
  const ended = new Set(['archived', 'failed', 'terminated', 'invalidated'])
  const waiting = (mine.data?.items ?? []).filter((x) => !own.has(x.id) && !ended.has(x.phase))
  if (waiting.length === 0) return null
  return (
    <section>
      <h2>
        {t(messages.waiting)} <small>{waiting.length}</small>
      </h2>
      <ul className="lines">
        {waiting.map((tender) => (
          <li className="line" key={tender.id}>
            <Link to="/tenders/$tender" params={{ tender: tender.id }}>
              {tender.title}
            </Link>
            <div className="when">{t(phaseTitle(tender.phase))}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
