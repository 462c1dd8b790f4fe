// SPDX-License-Identifier: Apache-2.0
/** How preparation events change a tender. */

import { holderOffices, type preparationShapes } from '../events/preparation.ts'
import type { Evolvers } from '../state.ts'

export const evolvePreparation: Evolvers<keyof typeof preparationShapes> = {
  ProjectRegistered: (state, project) => ({ ...state, phase: 'planned', project }),
  AgencyEntrusted: (state, { agency }) => ({ ...state, agency }),
  FilingNotified: (state, filing, at) => ({
    ...state,
    phase: 'filed',
    filing: { ...filing, at },
    entryReturned: null,
  }),
  HolderKeyProvided: (state, key) => ({
    ...state,
    holders: holderOffices.flatMap((office) =>
      office === key.office ? [key] : state.holders.filter((h) => h.office === office),
    ),
  }),
  EntryAdmitted: (state, rooms) => ({ ...state, phase: 'admitted', rooms }),
  InviteesNamed: (state, invited) => ({ ...state, invited }),
  EntryReturned: (state, entryReturned) => ({ ...state, entryReturned }),
}
