// SPDX-License-Identifier: Apache-2.0
/** Events of the platform itself: one public stream for the whole city. */

import { digest, type Instant, words, z } from '../../kernel/index.ts'

/** Name of the stream, and of its place in the log; a tender is never called so. */
export const platform = 'platform'

export const platformShapes = {
  /** One root over all vaults, whatever lies in them (trust-design §2.6). */
  VaultTicked: {
    title: words('标箱时刻根', 'Vault ticked'),
    shape: z.strictObject({
      /** Minutes since 1970; each only once, and upwards. */
      tick: z.int().min(0).max(0xffff_ffff),
      root: digest,
    }),
  },
}

export type PlatformEventType = keyof typeof platformShapes
export type PlatformDataOf<T extends PlatformEventType> = z.infer<
  (typeof platformShapes)[T]['shape']
>
export interface PlatformEvent {
  readonly type: PlatformEventType
  readonly at: Instant
  readonly data: PlatformDataOf<PlatformEventType>
}
