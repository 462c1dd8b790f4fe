// SPDX-License-Identifier: Apache-2.0
/** The door of the simulator. */

export { type RunOptions, type RunResult, runSeed } from './run.ts'
