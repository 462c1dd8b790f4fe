// SPDX-License-Identifier: Apache-2.0
/** The door of the simulated machine. */

export * from './chance.ts'
export * from './disk.ts'
export * from './machine.ts'
export * from './network.ts'
export { type Hardware, takeOver } from './takeover.ts'
