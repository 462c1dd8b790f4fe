// SPDX-License-Identifier: Apache-2.0
/** Events as published facts: envelopes, salted payloads, and the chain that binds them. */

export * from './envelope.ts'
export * from './verify.ts'
