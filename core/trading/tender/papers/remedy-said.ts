// SPDX-License-Identifier: Apache-2.0
/** What papers say of a remedy: by when it is answered, what stands still, and where to go next. */

import { type Citation, type Words, words } from '../../../kernel/index.ts'
import { limitOf } from '../../../law/index.ts'
import { type Remedy, remedies } from '../../../procedures/index.ts'
import type { EvidenceKept } from '../events/remedies.ts'
import { eventShapes, isEventType } from '../events.ts'
import { subjectSaid } from './say.ts'

/** 3日 or 7个工作日. */
export function spanSaid(limit: string): string {
  const { unit, versions } = limitOf(limit)
  return `${versions.at(-1)?.n ?? ''}${unit === 'WD' ? '个工作日' : '日'}`
}

export function answerSaid({ answerer, times, stay, activity }: Remedy, authority: string): string {
  const { zh: who } = answerer.title
  const by = times.answer === null ? '及时' : `自收到之日起${spanSaid(times.answer)}内`
  const held = {
    nothing: '',
    trade: `，答复之前暂停${activity.zh}`,
    signing: '，答复之前不得签订合同',
  }
  return `${who}应当${by}答复${held[stay.what]}。对答复不满的，可以依法向${authority}投诉。`
}

export function lateSaid({ title, answerer, activity }: Remedy): string {
  return `本${title.zh}在法定期限之后提出，由${answerer.title.zh}决定是否答复，${activity.zh}不因此暂停。`
}

/** The complaint that follows on an objection or challenge. */
function complaintAfter({ id }: Remedy): Remedy | undefined {
  return remedies.find(({ after }) => after?.remedy === id)
}

export function complaintBasis(remedy: Remedy): readonly Citation[] {
  return (complaintAfter(remedy)?.basis ?? []).slice(0, 1)
}

export function complaintSaid(remedy: Remedy, authority: string): string {
  const time = complaintAfter(remedy)?.subjects.find((of) => of.time !== null)?.time
  if (time == null) return `对本答复不满的，可以依法向${authority}投诉。`
  const span = spanSaid(time.limit)
  const { zh } = remedy.title
  return time.from === 'reply-period'
    ? `对本答复不满的，可以自答复期满之日起${span}内依法向${authority}投诉，提前答复的也从期满起算。`
    : `对本答复不满的，可以自知道或者应当知道之日起${span}内依法向${authority}投诉，答复${zh}的时间不计算在内。`
}

/** 招标公告（第6号记录，日志第12号）. */
export function evidenceSaid({ seq, type, logged }: EvidenceKept): string {
  const title = isEventType(type) ? eventShapes[type].title.zh : type
  return `${title}（第${seq}号记录${logged === null ? '' : `，日志第${logged}号`}）`
}

/** 异议受理回执 and 质疑受理回执: the same paper under the name of its law. */
export function titleSaid({ title }: Remedy, zh: string, en: string): Words {
  return words(`${title.zh}${zh}`, `${en} ${title.en.toLowerCase()}`)
}

/** What it was about, in the words of its law. */
export function aboutSaid({ subjects }: Remedy, subject: string): string {
  return subjects.find((of) => of.subject === subject)?.title.zh ?? subjectSaid(subject)
}
