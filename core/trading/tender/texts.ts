// SPDX-License-Identifier: Apache-2.0
/** The texts of the terms that the fair-competition scan reads, by the name of their field. */

import { factorsOf, type TenderTerms } from './terms.ts'

export function textsOf(terms: TenderTerms): readonly { field: string; text: string }[] {
  return [
    { field: 'scope', text: terms.scope },
    ...terms.qualifications.map((q) => ({ field: 'qualifications', text: `${q.title} ${q.text}` })),
    ...terms.starred.map((s) => ({ field: 'starred', text: s.text })),
    ...factorsOf(terms.method).map((f) => ({ field: 'factors', text: `${f.title} ${f.standard}` })),
    { field: 'contractTerms', text: terms.contractTerms },
    { field: 'payment', text: terms.payment },
    { field: 'tieRule', text: terms.tieRule },
  ]
}
