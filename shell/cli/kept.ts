// SPDX-License-Identifier: Apache-2.0
/** All that an installation keeps: the public record first, then what lies closed. */

import { join } from 'node:path'
import type { Config } from '../config/index.ts'
import type { Database } from '../database/index.ts'
import { createFileStore } from '../files/index.ts'
import type { Kept } from '../store/index.ts'

/**
 * In this order on purpose: a bidding that ends between the two copies is still whole in the second,
 * for what was handed over stays in the cabinet.
 */
export function keptBy(
  { url, vaultUrl }: Pick<Database, 'url' | 'vaultUrl'>,
  { dataFolder }: Pick<Config, 'dataFolder'>,
): readonly Kept[] {
  return [
    { url, files: createFileStore(join(dataFolder, 'files')) },
    { url: vaultUrl, files: createFileStore(join(dataFolder, 'vault', 'files')) },
  ]
}
