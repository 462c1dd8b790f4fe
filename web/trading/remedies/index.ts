// SPDX-License-Identifier: Apache-2.0
/** The door of the pages of 异议, 质疑 and 投诉. */

export { messages } from './messages.ts'
export { Outlooks } from './outlook.tsx'
export { PointLinks } from './point-link.tsx'
export { evidenceFrom, isLodging, lodgingActs, pointedIn } from './pointing.ts'
