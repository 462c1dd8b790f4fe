// SPDX-License-Identifier: Apache-2.0
/** Starts the press room from the source tree, where threads do not read TypeScript by themselves. */

import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
