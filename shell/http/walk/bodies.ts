// SPDX-License-Identifier: Apache-2.0
/** For tests only: for every act the shape of what people send, and a body that fits it. */

import type { z } from '@gongxin/core/kernel'
import * as people from '@gongxin/core/testing'
import { sentBidActs } from '@gongxin/core/trading/bid'
import { tenderActs } from '@gongxin/core/trading/tender'
import { sampleOf, type TextField } from './shapes.ts'

export function shapeOf(act: string): z.ZodType {
  const found = [...tenderActs, ...sentBidActs].find(({ name }) => name === act)
  if (found === undefined) throw new Error(`no act ${act}`)
  return found.shape
}

export const acts = [...tenderActs, ...sentBidActs].map(({ name }) => name)
const plan = people.planOf()
const ticketSig = 'ab'.repeat(64)
const file = { name: '样本', digest: 'ab'.repeat(32), size: 1, mediaType: 'text/plain' }
const submission = { manifest: '{}', file, ticketSig }
const bases: Readonly<Record<string, unknown>> = {
  'give-share': { bid: 'B01', share: '02'.repeat(33), proof: '00'.repeat(64) },
  'provide-holder-key': { publicKey: '04'.repeat(65), possession: '00'.repeat(64) },
  'publish-notice': people.noticeOf(plan, plan.deadline),
  clarify: {
    ...{ id: 'C9', answers: [{ question: '问', answer: '答' }], affectsBids: true, files: [] },
    terms: plan.terms,
  },
  'submit-bid': submission,
  'replace-bid': submission,
  'withdraw-bid': { ticketSig },
}
export const baseOf = (act: string) => bases[act] ?? sampleOf(shapeOf(act))
export const placeOf = ({ path }: TextField) => `/${path.join('/')}`

/** As it stands in JSON: blanks at the ends may go, and equal letters become one form. */
export function inJson(text: string): string {
  return JSON.stringify(text.trim().normalize('NFC')).slice(1, -1)
}
