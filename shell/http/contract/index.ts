// SPDX-License-Identifier: Apache-2.0
/** The interface as data: every route of `/api`, over core's shapes; imports core only. */

import { roles, words, z } from '@gongxin/core/kernel'
import { secondPart } from '@gongxin/core/trading/bid'
import { registerProject } from '@gongxin/core/trading/tender'
import { certificateRoutes } from './certificates.ts'
import { logRoutes } from './log.ts'
import { paperRoutes } from './papers.ts'
import { pageQuery, route } from './route.ts'
import { sessionRoutes } from './session.ts'
import {
  actAnswer,
  boardRow,
  documentLine,
  messageView,
  noticeView,
  organisationView,
  ownBidView,
  taskView,
  tenderLine,
  tenderView,
  trailLine,
} from './views.ts'

export * from './log.ts'
export * from './papers.ts'
export * from './route.ts'
export * from './session.ts'
export * from './views.ts'

const none = z.undefined()
const ofTender = z.strictObject({ tender: z.string().max(64) })
const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

export const actBody = z.strictObject({
  /** Asked only on streams the caller owns; a stale one is a conflict. */
  expectedVersion: z.number().int().min(-1).optional(),
  confirmation: z.string().max(64).optional(),
  body: z.unknown(),
})

export const routes = {
  ...sessionRoutes,
  ...paperRoutes,
  ...logRoutes,
  ...certificateRoutes,
  organisations: route(
    {
      method: 'GET',
      path: '/api/organisations',
      title: words('市场主体', 'Organisations'),
      tag: 'organisations',
      access: 'anyone',
    },
    {
      query: z.strictObject({
        ...pageQuery,
        q: z.string().max(80).optional(),
        role: z.enum(roles).optional(),
      }),
      answer: page(organisationView),
    },
  ),
  organisation: route(
    {
      method: 'GET',
      path: '/api/organisations/:uscc',
      title: words('市场主体详情', 'Organisation'),
      tag: 'organisations',
      access: 'anyone',
    },
    { params: z.strictObject({ uscc: z.string().max(64) }), answer: organisationView },
  ),
  registerTender: route(
    {
      method: 'POST',
      path: '/api/tenders',
      title: words('登记项目', 'Register a project'),
      tag: 'tenders',
      access: ['tenderOwner'],
      status: 201,
    },
    { body: registerProject.shape, answer: actAnswer },
  ),
  tenders: route(
    {
      method: 'GET',
      path: '/api/tenders',
      title: words('项目列表', 'Tenders'),
      tag: 'tenders',
      access: 'anyone',
    },
    {
      query: z.strictObject({
        ...pageQuery,
        q: z.string().max(100).optional(),
        phase: z.string().max(40).optional(),
        kind: z.string().max(20).optional(),
        district: z.string().max(40).optional(),
        /** Only tenders the caller is a party to. */
        mine: z.enum(['1']).optional(),
      }),
      answer: page(tenderLine),
    },
  ),
  tender: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender',
      title: words('项目', 'Tender'),
      tag: 'tenders',
      access: 'anyone',
    },
    { params: ofTender, answer: tenderView },
  ),
  trail: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender/trail',
      title: words('全过程留痕', 'Trail'),
      tag: 'tenders',
      access: 'anyone',
    },
    {
      params: ofTender,
      query: z.strictObject({ after: z.coerce.number().int().min(-1).default(-1) }),
      answer: z.object({ items: z.array(trailLine) }),
    },
  ),
  act: route(
    {
      method: 'POST',
      path: '/api/tenders/:tender/acts/:act',
      title: words('办理', 'Do an act'),
      tag: 'tenders',
      access: 'signed-in',
      status: 201,
    },
    {
      params: z.strictObject({ tender: z.string().max(64), act: z.string().max(64) }),
      body: actBody,
      answer: actAnswer,
    },
  ),
  manifests: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender/manifests',
      title: words('密封清单', 'Manifests of the sealed bids'),
      tag: 'tenders',
      access: 'anyone',
    },
    {
      params: ofTender,
      answer: z.object({
        items: z.array(
          z.object({
            bid: z.string(),
            manifest: z.string(),
            /** Part 0 as it was sealed, in base64. */
            form: z.string(),
          }),
        ),
      }),
    },
  ),
  ownBid: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender/bid',
      title: words('我的投标', 'Own bid'),
      tag: 'tenders',
      access: ['bidder'],
    },
    { params: ofTender, answer: ownBidView },
  ),
  vaultProof: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender/bid/vault',
      title: words('回执第二部分', 'Second part of the receipt'),
      tag: 'tenders',
      access: ['bidder'],
    },
    // Null until a tick holds the last version.
    { params: ofTender, answer: z.object({ part: secondPart.nullable() }) },
  ),
  documents: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender/documents',
      title: words('项目文书', 'Documents'),
      tag: 'tenders',
      access: 'anyone',
    },
    { params: ofTender, answer: z.object({ items: z.array(documentLine) }) },
  ),
  notices: route(
    {
      method: 'GET',
      path: '/api/notices',
      title: words('公告公示', 'Notices'),
      tag: 'notices',
      access: 'anyone',
    },
    {
      query: z.strictObject({
        ...pageQuery,
        q: z.string().max(100).optional(),
        kind: z.string().max(10).optional(),
        district: z.string().max(40).optional(),
        line: z.string().max(20).optional(),
      }),
      answer: page(noticeView),
    },
  ),
  tasks: route(
    {
      method: 'GET',
      path: '/api/tasks',
      title: words('待办', 'Tasks'),
      tag: 'work',
      access: 'signed-in',
    },
    { answer: z.object({ items: z.array(taskView) }) },
  ),
  inbox: route(
    {
      method: 'GET',
      path: '/api/inbox',
      title: words('消息', 'Inbox'),
      tag: 'work',
      access: 'signed-in',
    },
    { query: z.strictObject(pageQuery), answer: page(messageView) },
  ),
  readMessage: route(
    {
      method: 'POST',
      path: '/api/inbox/:id/read',
      title: words('标为已读', 'Mark as read'),
      tag: 'work',
      access: 'signed-in',
      status: 204,
    },
    { params: z.strictObject({ id: z.string().max(80) }), answer: none },
  ),
  draft: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender/drafts/:kind',
      title: words('草稿', 'Draft'),
      tag: 'work',
      access: 'signed-in',
    },
    {
      params: z.strictObject({ tender: z.string().max(64), kind: z.string().max(40) }),
      answer: z.object({ body: z.unknown(), savedAt: z.string().nullable() }),
    },
  ),
  saveDraft: route(
    {
      method: 'PUT',
      path: '/api/tenders/:tender/drafts/:kind',
      title: words('保存草稿', 'Save a draft'),
      tag: 'work',
      access: 'signed-in',
    },
    {
      params: z.strictObject({ tender: z.string().max(64), kind: z.string().max(40) }),
      body: z.strictObject({ body: z.unknown() }),
      answer: z.object({ savedAt: z.string() }),
    },
  ),
  board: route(
    {
      method: 'GET',
      path: '/api/supervision/board',
      title: words('监督看板', 'Supervision board'),
      tag: 'supervision',
      access: ['authority', 'audit'],
    },
    { query: z.strictObject(pageQuery), answer: page(boardRow) },
  ),
  bankCredit: route(
    {
      method: 'POST',
      path: '/api/bank/credits',
      title: words('保证金到账通知', 'Deposit credited'),
      tag: 'bank',
      access: 'anyone',
      status: 201,
    },
    {
      body: z.strictObject({
        /** Virtual account of one bidder on one tender. */
        account: z.string().max(40),
        form: z.enum(['transfer', 'guarantee', 'insurance', 'surety']),
        amountFen: z.number().int().positive(),
        reference: z.string().max(80),
        creditedOn: z.string(),
      }),
      answer: z.object({ accepted: z.boolean() }),
    },
  ),
} as const
