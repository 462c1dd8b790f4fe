// SPDX-License-Identifier: Apache-2.0
/** 邀请: who may take part is named before anything is sent, and nobody learns who else is. */

import { words } from '../../kernel/index.ts'
import { may, type Stage, signed } from '../procedure.ts'
import { admitted } from './preparation.ts'

export const inviting: Stage = {
  ...admitted,
  purpose: words(
    '确定不少于三家受邀单位后同时发出邀请；名单在开标前保密。',
    'Three or more are named and invited at once; the list is secret until the opening.',
  ),
  acts: [signed(may('name-invitees', 'tenderOwner', 'agency')), ...admitted.acts],
}
