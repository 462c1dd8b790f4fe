// SPDX-License-Identifier: Apache-2.0
/** The page for an address that holds nothing. */

import { renderNotFound } from '@gongxin/web/public-service'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type PageDeps, sendPage, settingOf } from './deps.ts'

export function missing(request: FastifyRequest, reply: FastifyReply, deps: PageDeps) {
  const setting = settingOf(request, deps)
  return sendPage(reply, renderNotFound(setting), setting, 404)
}
