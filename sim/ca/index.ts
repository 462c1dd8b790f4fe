// SPDX-License-Identifier: Apache-2.0
/** The door of the demo certification authority. */

export { freshKey, keyIn } from './register.ts'
export * from './server.ts'
