// SPDX-License-Identifier: Apache-2.0
/** 询问: a plain question to purchaser or agency, at any time and without form. */

import { article, words } from '../../kernel/index.ts'
import { fromNotice, type Remedy } from './remedy.ts'

export const procurementEnquiry: Remedy = {
  id: 'procurement-enquiry',
  title: words('询问', 'Enquiry'),
  level: 'enquiry',
  activity: words('政府采购活动', 'the procurement'),
  basis: [article('政府采购法实施条例', 52)],
  standing: {
    who: words('供应商', 'Any supplier'),
    interested: true,
    cites: [article('政府采购法实施条例', 52)],
  },
  subjects: [
    {
      subject: 'other',
      title: words('采购活动事项', 'Anything about the procurement'),
      stages: fromNotice,
      time: null,
    },
  ],
  answerer: {
    title: words('采购人或者采购代理机构', 'The purchaser or its agency'),
    roles: ['tenderOwner', 'agency'],
  },
  times: { answer: 'TL-33', check: null, notify: null, respond: null, decide: null },
  after: null,
  stay: {
    what: 'nothing',
    from: 'lodging',
    of: [],
    holds: [],
    limit: null,
    cites: [article('政府采购法实施条例', 52)],
  },
  effects: [],
  readings: [],
  publishes: [],
}
