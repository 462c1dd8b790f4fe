// SPDX-License-Identifier: Apache-2.0
/** The usual stages under the remedies of 政府采购: what the traces of 询问, 质疑 and 投诉 run in. */

import {
  openTender,
  type Procedure,
  procurementRemedies,
  remedyActs,
  withRemedies,
} from '../procedures/index.ts'

export const procuring: Procedure = withRemedies({
  ...openTender,
  id: 'testing/procuring',
  line: 'procurement',
  remedies: procurementRemedies,
  stages: openTender.stages.map((stage) => ({
    ...stage,
    acts: stage.acts.filter(({ act }) => !remedyActs.includes(act)),
  })),
})
