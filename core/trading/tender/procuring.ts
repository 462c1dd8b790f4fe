// SPDX-License-Identifier: Apache-2.0
/** What 政府采购 alone waits for: qualification before the panel, talks and quotes, the sole source. */

export { awaitsQualification } from './qualification.ts'
export { roundTasks } from './rounds.ts'
export { nextOfSoleSource } from './sole-source.ts'
