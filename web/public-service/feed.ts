// SPDX-License-Identifier: Apache-2.0
/** 订阅: the newest notices as an Atom feed. */

import type { Instant } from '@gongxin/core/kernel'
import { sayIn } from '../design/index.ts'
import { latest, type NoticeRow, noticeAddress } from './lines.ts'

export function renderFeed(
  notices: readonly NoticeRow[],
  { origin, now }: { readonly origin: string; readonly now: Instant },
): string {
  const say = sayIn('zh')
  const updated = latest(
    notices.map((notice) => notice.publishedAt),
    now,
  )
  const entries = notices.map((notice) => {
    const address = `${origin}${noticeAddress(notice)}`
    return `<entry><id>${escaped(`${address}#${notice.id}`)}</id>
<title>${escaped(notice.title)}</title><updated>${escaped(notice.publishedAt)}</updated>
<link href="${escaped(address)}"/><category term="${escaped(notice.kindTitle.zh)}"/>
<author><name>${escaped(notice.ownerName ?? notice.owner)}</name></author></entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${escaped(`${origin}/notices.atom`)}</id>
<title>${escaped(`${say('siteName')} · ${say('noticesTitle')}`)}</title>
<updated>${updated}</updated>
<link rel="self" href="${escaped(`${origin}/notices.atom`)}"/>
<link href="${escaped(`${origin}/notices`)}"/>
${entries.join('\n')}
</feed>
`
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them at all.
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  return plain.replace(/[&<>"]/g, (mark) => marks[mark] ?? '')
}
