// SPDX-License-Identifier: Apache-2.0
/** The door of the keys that stay on the machine of their owner. */

export * from './holder-key.tsx'
export * from './key-file.ts'
export * from './key-panel.tsx'
export * from './messages.ts'
export * from './shares.tsx'
