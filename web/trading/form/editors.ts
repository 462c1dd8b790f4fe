// SPDX-License-Identifier: Apache-2.0
/** Fields with an editor of their own. */

export { EvidenceField } from './evidence-field.tsx'
export { FileField } from './file-field.tsx'
export { PartyField } from './party-field.tsx'
export { TenderField } from './tender-field.tsx'
