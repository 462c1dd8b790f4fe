// SPDX-License-Identifier: Apache-2.0
/** The door of the demo cryptographic module. */

export * from './server.ts'
