// SPDX-License-Identifier: Apache-2.0
/** The door of the demo city: its run, its client, its cast. */

export * from './agenda.ts'
export * from './bank.ts'
export * from './cast.ts'
export * from './client.ts'
export * from './life.ts'
export * from './performer.ts'
export * from './plan.ts'
export * from './projects.ts'
export * from './run.ts'
export * from './sessions.ts'
export * from './telling.ts'
