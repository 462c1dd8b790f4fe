// SPDX-License-Identifier: Apache-2.0
/** The door of 专家: who may not sit, and what misconduct leads to. */

export * from './recusal.ts'
export * from './specialties.ts'
