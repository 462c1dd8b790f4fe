// SPDX-License-Identifier: Apache-2.0
/** The catalogue of sentences: Chinese is the source, English its translation, keys are typed. */

import type { Words } from '@gongxin/core/kernel'
import { homeMessages } from './messages/home.ts'
import { lawMessages } from './messages/law.ts'
import { logMessages } from './messages/log.ts'
import { noticeMessages } from './messages/notice.ts'
import { openingMessages } from './messages/opening.ts'
import { pageMessages } from './messages/page.ts'
import { projectMessages } from './messages/project.ts'
import { proofMessages } from './messages/proof.ts'
import { remedyMessages } from './messages/remedies.ts'
import { serviceMessages } from './messages/service.ts'
import { verifyMessages } from './messages/verify.ts'

export const messages = {
  ...pageMessages,
  ...homeMessages,
  ...noticeMessages,
  ...projectMessages,
  ...proofMessages,
  ...openingMessages,
  ...lawMessages,
  ...logMessages,
  ...serviceMessages,
  ...verifyMessages,
  ...remedyMessages,
} as const

export type Language = 'zh' | 'en'
export type MessageKey = keyof typeof messages
export type MessageValues = { readonly [name: string]: string | number }
export type Say = (key: MessageKey, values?: MessageValues) => string

/** Speaks one language, in the words of a procedure; `{name}` in a sentence takes a value. */
export function sayIn(language: Language, speak: (text: string) => string = (text) => text): Say {
  return (key, values = {}) =>
    speak(messages[key][language]).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    )
}

export function inWords(of: Words, language: Language): string {
  return of[language]
}
