// SPDX-License-Identifier: Apache-2.0
/** 标箱揭示: what was committed before the deadline, computed again when the page is drawn. */

import { revealVerdict } from '@gongxin/core/trading/bid'
import type { TenderState } from '@gongxin/core/trading/tender'
import { momentOf } from '@gongxin/core/trading/vault'
import { digestShown, momentShown } from '../../design/index.ts'
import { Facts } from '../facts.tsx'
import type { Voice } from '../setting.ts'

interface Props {
  readonly id: string
  readonly state: TenderState
  readonly root: string | null
  readonly voice: Voice
}

/** Nothing before the closing: there is then nothing to be known. */
export function VaultShown({ id, state, root, voice }: Props) {
  const { say, language } = voice
  const { revealed, notice } = state
  const vault = notice?.vault
  if (revealed === null || vault === undefined || root === null) return null
  const verdict = revealVerdict({ tender: id, vault, revealed, root })
  const facts = [
    { name: say('vaultTick'), value: momentShown(momentOf(revealed.tick), language) },
    { name: say('vaultSlots'), value: say('vaultSlotsOf', slotsIn(revealed)) },
    { name: say('vaultLive'), value: verdict.ok ? verdict.live.length : '' },
    { name: say('vaultRoot'), value: <code>{digestShown(root)}</code> },
  ]
  return (
    <section aria-labelledby="vault">
      <h2 id="vault">{say('vaultTitle')}</h2>
      <p>{say('vaultText')}</p>
      <p>
        <strong>
          {verdict.ok ? say('vaultChecked') : say('vaultFails', { fault: verdict.fault })}
        </strong>
      </p>
      <Facts facts={facts} />
      <p className="note">{say('vaultHelp')}</p>
    </section>
  )
}

function slotsIn({ slots, capacity }: NonNullable<TenderState['revealed']>) {
  return { used: slots.length, capacity }
}
