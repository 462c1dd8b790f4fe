// SPDX-License-Identifier: Apache-2.0
/** The door of 主体: who takes part, by unified social credit code. */

export * from './uscc.ts'
