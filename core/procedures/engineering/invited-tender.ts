// SPDX-License-Identifier: Apache-2.0
/** 邀请招标: the owner invites three or more; nobody else may send a bid. */

import { article, words } from '../../kernel/index.ts'
import type { Procedure } from '../procedure.ts'
import { inviting } from '../stages/inviting.ts'
import { openTender } from './open-tender.ts'

export const invitedTender: Procedure = {
  ...openTender,
  id: 'engineering/invited-tender',
  title: words('邀请招标', 'Invited tender'),
  basis: [article('招标投标法', 10), article('招标投标法', 17), article('实施条例', 8)],
  tickets: 'invited',
  stages: openTender.stages.map((stage) => (stage.id === 'admitted' ? inviting : stage)),
  speaks: [
    ['招标公告', '投标邀请书'],
    ['公告与投标', '邀请与投标'],
    ['登记用户都可以免费下载招标文件', '受邀单位可以免费下载招标文件'],
    ['Documents are free to every registered user', 'Documents are free to those invited'],
  ],
}
