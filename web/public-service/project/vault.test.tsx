// SPDX-License-Identifier: Apache-2.0
/** The project page shows a vault only after its closing, and says of it only what it computed. */

import { certain, moment } from '@gongxin/core/kernel'
import { runWholeTender } from '@gongxin/core/testing'
import { findBytes, hex } from '@gongxin/trust/canonical'
import { rootOf, superRoot, superTree, vaultLevels, vaultOf } from '@gongxin/trust/vault'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { voiceOf } from '../setting.ts'
import { VaultShown } from './vault.tsx'

const { state } = runWholeTender()
const revealed = certain(state().revealed, 'the vault is shown')
const bytes = certain(findBytes(revealed.seed), 'hex')
const levels = vaultLevels(vaultOf(bytes, revealed.capacity), revealed.tick, new Map())
const root = hex(superRoot(superTree(new Map([[revealed.position, rootOf(levels)]]))))

function shown(of: ReturnType<typeof state>, at: string | null, language: 'zh' | 'en' = 'zh') {
  const setting = { language, largeType: false, demo: true, address: '/' }
  const voice = voiceOf({ ...setting, now: moment('2026-03-10T02:00:00Z') })
  return renderToStaticMarkup(<VaultShown id="T1" state={of} root={at} voice={voice} />)
}

test('after the closing the vault is computed again and found to be that of the deadline', () => {
  const html = shown(state(), root)
  expect(html).toContain('标箱揭示')
  expect(html).toContain('已核对')
  expect(html).toContain(`${revealed.capacity}个标位中的${revealed.slots.length}个`)
  expect(shown(state(), root, 'en')).toContain('Checked')
})

test('another root, or another seed, is told as a failed check', () => {
  expect(shown(state(), '0'.repeat(64))).toContain('核对未通过（VAULT_ROOT）')
  const seed = '1'.repeat(64)
  const altered = { ...state(), revealed: { ...revealed, seed } }
  expect(shown(altered, root)).toContain('核对未通过（VAULT_SEED）')
})

test('before the closing there is nothing to be seen', () => {
  expect(shown({ ...state(), revealed: null }, null)).toBe('')
  expect(shown({ ...state(), revealed: null }, root)).toBe('')
})
