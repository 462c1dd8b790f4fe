// SPDX-License-Identifier: Apache-2.0
/** Sentences on 异议, 质疑 and 投诉 for the public pages. */

import { words } from '@gongxin/core/kernel'

export const remedyMessages = {
  remediesTitle: words('异议、质疑和投诉', 'Objections, challenges and complaints'),
  remediesText: words(
    '在下面的公开留痕里，对着有问题的一条记录点“据此提出”，系统带上记录、指纹和日志位置。',
    'Base your objection on the entry of the trail below that is wrong; its fingerprint goes with it.',
  ),
  remediesNone: words('现阶段没有可以提出的事项。', 'Nothing can be objected to at this stage.'),
  remedyName: words('怎样提出', 'Remedy'),
  remedySubject: words('对什么', 'About'),
  remedyLodge: words('最晚提出', 'To be lodged by'),
  remedyAnswer: words('今天提出的，最晚答复', 'If lodged today, answered by'),
  remedyStay: words('停什么、停到何时', 'What stands still'),
  remedyNoTime: words('没有期限', 'no limit'),
  remedyNotBegun: words('尚未起算', 'not begun yet'),
  remedyAnyDay: words('自知道或者应当知道之日起算', 'counted from the day of knowing'),
  basedOnThis: words('据此提出{remedy}', 'Base {remedy} on this'),
  complaintsTitle: words('投诉处理决定', 'Decisions on complaints'),
  complaintUpheld: words('成立', 'upheld'),
  complaintDismissed: words('驳回', 'dismissed'),
} as const
