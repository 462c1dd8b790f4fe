// SPDX-License-Identifier: Apache-2.0
/** The door of the demo bank. */

export * from './rates.ts'
export * from './server.ts'
