// SPDX-License-Identifier: Apache-2.0
/** The door of the demo expert library, for the city that shares its people. */

export * from './experts.ts'
export * from './server.ts'
