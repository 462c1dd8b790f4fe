// SPDX-License-Identifier: Apache-2.0
/** The door of the demo time-stamp authority. */

export * from './server.ts'
