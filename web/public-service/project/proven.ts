// SPDX-License-Identifier: Apache-2.0
/** What of a project page anybody can check. */

export { Proof, Trail } from './trail.tsx'
export { VaultShown } from './vault.tsx'
