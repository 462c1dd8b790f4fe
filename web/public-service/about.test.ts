// SPDX-License-Identifier: Apache-2.0
/** 关于平台 says whose certificates count. */

import { moment } from '@gongxin/core/kernel'
import { expect, it } from 'vitest'
import { type PageSetting, renderAbout } from './index.ts'

const root = {
  ...{ name: '演示电子认证机构', print: 'ab'.repeat(32) },
  ...{ from: '2020-01-01', until: '2049-12-31' },
}

it('names every root that counts with its fingerprint, or says that there is none', () => {
  const now = moment('2026-03-10T02:00:00Z')
  const setting: PageSetting = {
    ...{ language: 'zh', largeType: false, now, demo: true, address: '/about' },
  }
  expect(renderAbout(setting, [root])).toContain(`SM3 指纹 ${root.print}`)
  expect(renderAbout(setting)).toContain('没有接入电子认证机构')
})
