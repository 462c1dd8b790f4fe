// SPDX-License-Identifier: Apache-2.0
/** What the registration says of the duty to tender. */

import { type Words, words } from '@gongxin/core/kernel'

export function compulsoryWords(compulsory: boolean): Words {
  return compulsory
    ? words('属于依法必须招标的项目', 'Tendering is compulsory for this project')
    : words('不属于依法必须招标的项目', 'Tendering is not compulsory for this project')
}
